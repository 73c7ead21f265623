package dev.vigil.reduction.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jastronomy.jsofa.JSOFA;
import org.junit.jupiter.api.Test;

class HealpixTest {
    @Test
    void theMiddleOfEveryCellLiesInThatCell() {
        for (int order = 0; order <= 5; order++) {
            for (long cell = 0; cell < Healpix.cells(order); cell++) {
                assertThat(Healpix.cellOf(place(Healpix.centre(cell, order)), order))
                        .isEqualTo(cell);
            }
        }
    }

    /** Numbers that astrometry.net gives. */
    @Test
    void cellsHaveTheNumbersThatOthersGiveThem() {
        assertThat(Healpix.cellOf(new SkyPosition(45, 89), 3)).isEqualTo(63);
        assertThat(Healpix.cellOf(new SkyPosition(0, 0), 0)).isEqualTo(4);
        assertThat(Healpix.cellOf(new SkyPosition(83.633, 22.0145), 9)).isEqualTo(1547877);
        assertThat(Healpix.cellOf(new SkyPosition(266.417, -29.008), 9)).isEqualTo(1845129);
        assertThat(Healpix.cellOf(new SkyPosition(187.7, -89.99), 9)).isEqualTo(2621440);
    }

    @Property
    void aPlaceLiesInTheCellThatHoldsItsFinerCellAndNoFurtherFromItsMiddleThanTheRadius(
            @ForAll @DoubleRange(max = 359.9999999) @Scale(7) double ra,
            @ForAll @DoubleRange(min = -1, max = 1) double z,
            @ForAll @IntRange(min = 1, max = Healpix.LARGEST_ORDER) int order) {
        SkyPosition place = new SkyPosition(ra, Math.toDegrees(Math.asin(z)));
        long cell = Healpix.cellOf(place, order);
        assertThat(cell).isBetween(0L, Healpix.cells(order) - 1);
        assertThat(Healpix.cellOf(place, order - 1)).isEqualTo(cell >> 2);
        assertThat(JSOFA.jauSepp(Healpix.centre(cell, order), vector(place)))
                .isLessThanOrEqualTo(Healpix.radius(order) + 1e-12);
    }

    @Property(tries = 300)
    void aCircleTouchesNoCellThatIsNotNamed(
            @ForAll @DoubleRange(max = 359.9999999) @Scale(7) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec,
            @ForAll @DoubleRange(max = 30) double radius,
            @ForAll @DoubleRange(max = 6.28) double angle,
            @ForAll @IntRange(max = 9) int order) {
        SkyPosition centre = new SkyPosition(ra, dec);
        var named = Healpix.around(centre, radius, order);
        for (double share = 0; share <= 1; share += 0.125) {
            long cell = Healpix.cellOf(beside(centre, radius * share, angle), order);
            assertThat(named).anyMatch(range -> range.from() <= cell && cell < range.to());
        }
    }

    @Test
    void aSmallCircleNamesFewCells() {
        long cells = Healpix.around(new SkyPosition(10, 41), 0.5, 9).stream()
                .mapToLong(range -> range.to() - range.from())
                .sum();
        assertThat(cells).isBetween(60L, 110L);
        assertThat(Healpix.around(new SkyPosition(10, 41), 180, 9))
                .containsExactly(new Healpix.Range(0, Healpix.cells(9)));
    }

    @Test
    void cellsAreOfOneSize() {
        int order = 2;
        int perSide = 400;
        long[] hits = new long[(int) Healpix.cells(order)];
        for (int i = 0; i < perSide; i++) {
            for (int j = 0; j < perSide; j++) {
                double z = (2 * i + 1.0) / perSide - 1;
                SkyPosition place = new SkyPosition(360.0 * j / perSide, Math.toDegrees(Math.asin(z)));
                hits[(int) Healpix.cellOf(place, order)]++;
            }
        }
        double mean = (double) perSide * perSide / hits.length;
        assertThat(LongStream.of(hits).allMatch(count -> Math.abs(count / mean - 1) < 0.05))
                .isTrue();
    }

    private static SkyPosition beside(SkyPosition centre, double degrees, double angle) {
        double dec = Math.toRadians(centre.decDegrees());
        double away = Math.toRadians(degrees);
        double sine = Math.sin(dec) * Math.cos(away) + Math.cos(dec) * Math.sin(away) * Math.cos(angle);
        double turn =
                Math.atan2(Math.sin(angle) * Math.sin(away) * Math.cos(dec), Math.cos(away) - Math.sin(dec) * sine);
        double ra = JSOFA.jauAnp(Math.toRadians(centre.raDegrees()) + turn);
        return new SkyPosition(Math.toDegrees(ra) % 360, Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine)))));
    }

    private static double[] vector(SkyPosition place) {
        return JSOFA.jauS2c(Math.toRadians(place.raDegrees()), Math.toRadians(place.decDegrees()));
    }

    private static SkyPosition place(double[] vector) {
        double ra = Math.toDegrees(JSOFA.jauAnp(Math.atan2(vector[1], vector[0])));
        return new SkyPosition(ra % 360, Math.toDegrees(Math.asin(vector[2])));
    }
}
