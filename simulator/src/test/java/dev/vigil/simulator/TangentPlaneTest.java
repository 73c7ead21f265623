package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.simulator.TangentPlane.Pixel;
import dev.vigil.simulator.TangentPlane.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TangentPlaneTest {
    @Test
    void theReferencePlaceFallsOnTheReferencePixel() {
        Pixel pixel = new TangentPlane(120, -30, 500.5, 400.5).pixelOf(new Place(120, -30));
        assertThat(pixel.x()).isCloseTo(500.5, within(1e-9));
        assertThat(pixel.y()).isCloseTo(400.5, within(1e-9));
    }

    @Test
    void northIsUpAndEastIsLeft() {
        TangentPlane plane = new TangentPlane(120, -30, 500, 500);
        assertThat(plane.pixelOf(new Place(120, -29.99)).y()).isGreaterThan(565);
        assertThat(plane.pixelOf(new Place(120.01, -30)).x()).isLessThan(440);
    }

    @Property
    void aPlaceIsFoundWhereItsStandardCoordinatesSay(
            @ForAll @DoubleRange(min = 0, max = 359.9) double ra,
            @ForAll @DoubleRange(min = -80, max = 80) double dec,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double xi,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double eta) {
        TangentPlane plane = new TangentPlane(ra, dec, 1000, 2000);
        Pixel pixel = plane.pixelOf(plane.placeOf(xi, eta));
        double x = pixel.x() - 1000;
        double y = pixel.y() - 2000;
        assertThat(TangentPlane.CD1_1 * x + TangentPlane.CD1_2 * y).isCloseTo(xi, within(1e-9));
        assertThat(TangentPlane.CD2_1 * x + TangentPlane.CD2_2 * y).isCloseTo(eta, within(1e-9));
    }
}
