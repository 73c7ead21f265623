package dev.vigil.reduction.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SourceExtractionTest {
    private static final Moffat STAR = Field.star(3.2);

    /** The share of the light of such a star that lies within a circle. */
    private static double shareWithin(double radius) {
        double scale = STAR.fwhm() / 2 / Math.sqrt(Math.cbrt(2) - 1);
        return 1 - Math.pow(1 + radius * radius / (scale * scale), -2);
    }

    private static Source only(Field field) {
        List<Source> sources = field.measure().sources();
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    @Test
    void everyStarIsFoundAndNothingElse() {
        Field field = Field.grid(512, 32, 3_000, STAR, 1);
        SourceCatalogue found = field.measure();
        assertThat(found.sources()).hasSameSizeAs(field.stars);
        for (Field.Star star : field.stars) {
            Source source = Field.nearest(found, star.x(), star.y());
            assertThat(Field.distance(source, star.x(), star.y())).isLessThan(0.5);
        }
    }

    @Test
    void anEmptySkyHasNoSources() {
        assertThat(Field.empty(1024, 512, 2).measure().sources()).isEmpty();
    }

    /** The brightest pixel of such a star stands out of its own noise by 3.6 standard deviations. */
    @Test
    void starsAreFoundThatNoPixelShows() {
        Field field = Field.grid(512, 32, 600, STAR, 3);
        SourceCatalogue found = field.measure();
        long seen = field.stars.stream()
                .filter(star -> Field.distance(Field.nearest(found, star.x(), star.y()), star.x(), star.y()) < 2)
                .count();
        assertThat(seen).isGreaterThan((long) (0.95 * field.stars.size()));
    }

    @Test
    void positionsAndLightAreAsGoodAsTheySay() {
        Field field = Field.grid(1000, 40, 6_000, STAR, 4);
        SourceCatalogue found = field.measure();
        double position = 0;
        double light = 0;
        for (Field.Star star : field.stars) {
            Source source = Field.nearest(found, star.x(), star.y());
            Flux flux = source.apertures().get(1);
            position += Math.pow(Field.distance(source, star.x(), star.y()) / source.positionError(), 2) / 2;
            light += Math.pow((flux.value() - shareWithin(8) * star.flux()) / flux.error(), 2);
        }
        assertThat(Math.sqrt(position / field.stars.size())).isCloseTo(1, within(0.12));
        assertThat(Math.sqrt(light / field.stars.size())).isCloseTo(1, within(0.12));
    }

    @Test
    void aperturesHoldTheLightThatLiesInThem() {
        Source star = only(Field.empty(256, 256, 5).add(120.3, 130.8, 500_000, STAR));
        assertThat(star.apertures().get(0).value()).isCloseTo(500_000 * shareWithin(4), within(5_000.0));
        assertThat(star.apertures().get(1).value()).isCloseTo(500_000 * shareWithin(8), within(5_000.0));
        assertThat(star.kron().value()).isBetween(0.96 * 500_000, 505_000.0);
        assertThat(star.flags()).isEmpty();
    }

    @Property(tries = 10)
    void aFieldThatIsMovedByWholePixelsMovesItsSourcesByThem(
            @ForAll @IntRange(min = -9, max = 9) int right, @ForAll @IntRange(min = -9, max = 9) int up) {
        Source here = only(Field.empty(200, 200, 6).add(100.2, 90.7, 90_000, STAR));
        Source there = only(Field.empty(200, 200, 6).add(100.2 + right, 90.7 + up, 90_000, STAR));
        assertThat(there.x() - right).isCloseTo(here.x(), within(0.01));
        assertThat(there.y() - up).isCloseTo(here.y(), within(0.01));
        assertThat(there.kron().value()).isCloseTo(here.kron().value(), within(700.0));
    }

    @Property(tries = 8)
    void anImageThatIsBrighterByAFactorHasBrighterSources(@ForAll @IntRange(min = -10, max = 10) int power) {
        Field field = Field.grid(300, 60, 8_000, STAR, 7);
        float factor = Math.scalb(1f, power);
        List<Source> before = field.measure().sources();
        List<Source> after = field.scaled(factor).measure().sources();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).x()).isCloseTo(before.get(i).x(), within(1e-3));
            assertThat(after.get(i).kron().value() / factor)
                    .isCloseTo(before.get(i).kron().value(), within(5.0));
        }
    }

    @Test
    void rowsAndColumnsAreTreatedAlike() {
        Field field = Field.grid(300, 50, 8_000, STAR, 8);
        SourceCatalogue turned = field.transposed().measure();
        List<Source> sources = field.measure().sources();
        assertThat(turned.sources()).hasSameSizeAs(sources);
        for (Source source : sources) {
            Source same = Field.nearest(turned, source.y() - 1, source.x() - 1);
            assertThat(same.x()).isCloseTo(source.y(), within(0.005));
            assertThat(same.kron().value()).isCloseTo(source.kron().value(), within(60.0));
        }
    }

    @Test
    void aQuickLookCountsAllAndMeasuresTheBright() {
        Field field = Field.grid(400, 50, 700, STAR, 22);
        field.add(210, 190, 60_000, STAR).add(90, 310, 60_000, STAR);
        SourceCatalogue quick = SourceExtraction.of(field.image(), SourceSettings.QUICK);
        SourceCatalogue whole = field.measure();
        assertThat(quick.found()).isEqualTo(whole.sources().size());
        assertThat(quick.sources()).hasSize((int) whole.sources().stream()
                .filter(source -> source.significance() >= 20)
                .count());
        assertThat(quick.sources().get(0).apertures()).isEmpty();
        assertThat(Field.distance(Field.nearest(quick, 210, 190), 210, 190)).isLessThan(0.05);
    }

    @Test
    void measuringTwiceGivesTheSame() {
        Field field = Field.grid(300, 25, 4_000, STAR, 9);
        assertThat(field.measure().sources()).isEqualTo(field.measure().sources());
    }

    @Test
    void neighboursAreTwoSources() {
        for (double distance : new double[] {5.5, 7, 10}) {
            Field field = Field.empty(200, 200, 10).add(100, 100, 40_000, STAR).add(100 + distance, 100, 15_000, STAR);
            List<Source> sources = field.measure().sources();
            assertThat(sources)
                    .as("%s pixels apart", distance)
                    .hasSize(2)
                    .allMatch(each -> each.is(SourceFlag.BLENDED));
            assertThat(Field.distance(Field.nearest(field.measure(), 100, 100), 100, 100))
                    .isLessThan(0.3);
        }
    }

    @Test
    void aBrightStarIsOneSource() {
        Source star = only(Field.empty(400, 400, 11).add(200, 200, 20_000_000, STAR));
        assertThat(star.is(SourceFlag.BLENDED)).isFalse();
        assertThat(Field.distance(star, 200, 200)).isLessThan(0.01);
    }

    @Test
    void aStarAtTheEdgeIsTruncated() {
        Source star = only(Field.empty(200, 200, 12).add(1.2, 100, 30_000, STAR));
        assertThat(star.flags()).contains(SourceFlag.TRUNCATED, SourceFlag.APERTURE_INCOMPLETE);
        assertThat(star.flagSum() & 24).isEqualTo(24);
        assertThat(SourceFlag.of(star.flagSum())).isEqualTo(star.flags());
    }

    @Test
    void aSaturatedStarSaysSo() {
        Field field = Field.empty(200, 200, 13).add(100, 100, 900_000, STAR);
        for (int i = 0; i < field.values.length; i++) {
            if (field.values[i] > 10_000) {
                field.values[i] = 10_000;
                field.mask[i] = 4;
            }
        }
        Source star = only(field);
        assertThat(star.flags()).contains(SourceFlag.SATURATED);
        assertThat(Field.distance(star, 100, 100)).isLessThan(0.1);
    }

    @Test
    void aBadPixelInAStarIsTakenFromTheOtherSide() {
        Field field = Field.empty(200, 200, 14).add(100, 100, 50_000, STAR).mask(102, 101, 1, 1, 1);
        field.values[101 * 200 + 102] = Float.NaN;
        Source star = only(field);
        assertThat(star.flags()).containsExactly(SourceFlag.OUTLINE_INCOMPLETE);
        assertThat(star.apertures().get(1).value()).isCloseTo(50_000 * shareWithin(8), within(800.0));
    }

    @Test
    void aPixelOfUnknownVarianceHidesNothing() {
        Field field = Field.grid(256, 64, 5_000, STAR, 21);
        float[] variance = new float[field.values.length];
        Arrays.fill(variance, 100);
        for (Field.Star star : field.stars) {
            variance[((int) star.y() + 2) * 256 + (int) star.x() + 1] = Float.NaN;
        }
        assertThat(SourceExtraction.of(field.image(variance), SourceSettings.DEFAULT)
                        .sources())
                .hasSameSizeAs(field.stars);
    }

    @Test
    void hotPixelsAreNoSourcesWhereTheirNoiseIsKnown() {
        Field field = Field.grid(512, 64, 5_000, STAR, 15);
        float[] variance = new float[field.values.length];
        Arrays.fill(variance, 100);
        for (int i = 5_000; i < variance.length; i += 5_003) {
            variance[i] = 40_000;
            field.values[i] += 600;
        }
        SourceCatalogue found = SourceExtraction.of(field.image(variance), SourceSettings.DEFAULT);
        assertThat(found.sources()).hasSameSizeAs(field.stars);
    }

    @Test
    void widthAndSpreadTellAStarFromWhatIsLargerAndWhatIsSharperIsNone() {
        Field field = Field.grid(512, 64, 20_000, STAR, 16).add(256, 256, 60_000, Field.star(6));
        field.values[300 * 512 + 290] += 2_000;
        SourceCatalogue found = field.measure();
        Source galaxy = Field.nearest(found, 256, 256);
        assertThat(Field.distance(Field.nearest(found, 290, 300), 290, 300)).isGreaterThan(5);
        Source star =
                Field.nearest(found, field.stars.get(9).x(), field.stars.get(9).y());
        assertThat(star.spread()).isCloseTo(0, within(4 * star.spreadError()));
        assertThat(galaxy.spread()).isGreaterThan(10 * galaxy.spreadError());
        assertThat(galaxy.fwhm()).isGreaterThan(1.4 * star.fwhm());
        assertThat(star.fwhm()).isCloseTo(STAR.fwhm(), within(0.1));
    }

    @Test
    void whereNothingIsKnownThereIsNothing() {
        Field masked = Field.empty(100, 100, 17).mask(0, 0, 100, 100, 1);
        assertThat(masked.measure().sources()).isEmpty();
        assertThat(masked.measure().sky().isEmpty()).isTrue();
    }

    @Test
    void aBlockWithoutDataHidesNothingElse() {
        Field field = Field.grid(512, 32, 3_000, STAR, 18);
        Arrays.fill(field.values, 512 * 200, 512 * 330, Float.NaN);
        long outside = field.stars.stream()
                .filter(star -> star.y() < 195 || star.y() > 335)
                .count();
        assertThat(field.measure().sources()).hasSizeBetween((int) outside, (int) outside + 16);
    }

    @Test
    void aConstantImageHasNoSources() {
        float[] values = new float[128 * 128];
        Arrays.fill(values, 1234.5f);
        assertThat(SourceExtraction.of(SkyImage.of(128, 128, values), SourceSettings.DEFAULT)
                        .sources())
                .isEmpty();
    }

    @Test
    void imagesMayBeTiny() {
        for (int side = 1; side < 12; side++) {
            Field field = Field.empty(side, side, 19);
            assertThat(field.measure().sources()).isEmpty();
        }
        assertThat(only(Field.empty(16, 16, 20).add(8, 8, 20_000, STAR)).x()).isCloseTo(9, within(0.1));
    }
}
