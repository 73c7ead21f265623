package dev.vigil.reduction.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ApertureTest {
    private static double area(Aperture aperture) {
        double area = 0;
        for (int y = aperture.bottom(); y <= aperture.top(); y++) {
            for (int x = aperture.left(); x <= aperture.right(); x++) {
                area += aperture.share(x, y);
            }
        }
        return area;
    }

    @Property
    void theSharesOfACircleAddUpToItsArea(
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = 0, max = 1) double y,
            @ForAll @DoubleRange(min = 0.3, max = 20) double radius) {
        assertThat(area(new RoundAperture(x, y, radius))).isCloseTo(Math.PI * radius * radius, within(1e-7));
    }

    @Property
    void theSharesOfAnEllipseAddUpNearlyToItsArea(
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = -90, max = 90) double theta,
            @ForAll @DoubleRange(min = 1, max = 5) double a) {
        double area = area(new EllipticalAperture(x, 0.3, new Ellipse(a, 1, theta), 6));
        assertThat(area).isCloseTo(Math.PI * 36 * a, within(0.01 * 36 * Math.PI * a));
    }

    @Property
    void noPixelCountsForLessThanNothingOrMoreThanItself(
            @ForAll @DoubleRange(min = 0, max = 1) double x, @ForAll @DoubleRange(min = 0.3, max = 3) double radius) {
        Aperture aperture = new RoundAperture(x, 0.5, radius);
        for (int column = -4; column <= 5; column++) {
            assertThat(aperture.share(column, 1)).isBetween(-1e-12, 1 + 1e-12);
        }
    }
}
