package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.StarField;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.photometry.Standard;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.references.InMemoryReferences;
import dev.vigil.reduction.references.ReferenceStar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureZeroPointTest {
    private static final Duration EXPOSURE = StarField.EXPOSURE;
    private static final SolveAstrometry PLACED = SolveAstrometry.by(StarField.catalogue(), "1");

    @Test
    void knownStarsTellHowBrightAnElectronPerSecondIs() {
        Photometry.Calibrated found = StarField.measured(PLACED, StarField.header("10:00:00"))
                .photometry()
                .calibrated()
                .orElseThrow();
        assertThat(found.zeroPoint().magnitude()).isCloseTo(StarField.ZERO_POINT, within(0.005));
        assertThat(found.zeroPoint().error()).isLessThan(0.005);
        assertThat(found.band().name()).isEqualTo("V");
    }

    @Test
    void theStarsThatWereAskedAreKnownWithTheirPlaces() {
        Photometry.Calibrated found = StarField.measured(PLACED, StarField.header("10:00:00"))
                .photometry()
                .calibrated()
                .orElseThrow();
        assertThat(found.standards())
                .hasSizeGreaterThanOrEqualTo(found.zeroPoint().stars());
        assertThat(found.standards()).allSatisfy(star -> {
            Standard.Sight sight = star.sight();
            assertThat(StarField.stars())
                    .filteredOn(each -> each.magnitude() == sight.magnitude())
                    .singleElement()
                    .satisfies(each -> assertThat(StarField.TRUTH
                                    .pixelAt(each.position())
                                    .orElseThrow()
                                    .x())
                            .isCloseTo(sight.place().x(), within(0.5)));
        });
    }

    @Test
    void theSkyAndTheFaintestStarFollowFromIt() {
        Photometry.Calibrated found = StarField.measured(PLACED, StarField.header("10:00:00"))
                .photometry()
                .calibrated()
                .orElseThrow();
        double scale = StarField.TRUTH.map().arcsecondsPerPixel();
        assertThat(found.skyBrightness().orElseThrow())
                .isCloseTo(StarField.ZERO_POINT - 2.5 * Math.log10(StarField.SKY / 10 / scale / scale), within(0.02));
        double gaussian = 5 * Math.sqrt(StarField.SKY) * Math.sqrt(4 * Math.PI) * 1.4;
        assertThat(found.limit()).isCloseTo(StarField.ZERO_POINT - 2.5 * Math.log10(gaussian / 10), within(0.1));
    }

    @Test
    void aFrameWithoutAPlaceOnTheSkyHasNoneAndSaysSo() {
        assertThat(StarField.measured(PLACED, StarField.header("11:00:00")).photometry())
                .isEqualTo(new Photometry.NotRun("the frame has no place on the sky"));
        assertThat(StarField.measured(SolveAstrometry.WITHOUT_REFERENCES, StarField.header("10:00:00"))
                        .photometry())
                .isEqualTo(new Photometry.NotRun("no reference catalogue is configured"));
    }

    @Test
    void tooFewStarsSayNothing() {
        Findings placed = StarField.measured(PLACED, StarField.header("10:00:00"));
        SolveAstrometry few = SolveAstrometry.by(
                new InMemoryReferences("forty stars", StarField.stars().subList(0, 4)), "few");
        Photometry found = new MeasureZeroPoint(few.references(), EXPOSURE, Optional.empty())
                .compare(placed, StarField.SIZE, StarField.at(StarField.header("10:00:00")))
                .photometry();
        assertThat(found).isInstanceOf(Photometry.Failed.class);
        assertThat(((Photometry.Failed) found).reason()).contains("5 are needed");
    }

    @Test
    void starsThatDoNotAgreeDoNotCount() {
        Findings placed = StarField.measured(PLACED, StarField.header("10:00:00"));
        List<Double> seen = placed.photometry().calibrated().orElseThrow().standards().stream()
                .map(star -> star.sight().magnitude())
                .limit(5)
                .toList();
        List<ReferenceStar> five = StarField.stars().stream()
                .filter(star -> seen.contains(star.magnitude()))
                .map(star -> ReferenceStar.of(
                        star.position(), star.magnitude() + Math.max(0, seen.indexOf(star.magnitude()) - 2)))
                .toList();
        Photometry found = new MeasureZeroPoint(
                        SolveAstrometry.by(new InMemoryReferences("five stars", five), "five")
                                .references(),
                        EXPOSURE,
                        Optional.empty())
                .compare(placed, StarField.SIZE, StarField.at(StarField.header("10:00:00")))
                .photometry();
        assertThat(found)
                .isEqualTo(new Photometry.Failed(
                        "five stars",
                        "5 clean sources are stars of the catalogue, too few of them agree: 5 are needed"));
    }

    @Test
    void anotherExposureIsAnotherRecipe() {
        assertThat(printed(PLACED, EXPOSURE, Optional.empty()))
                .isNotEqualTo(printed(PLACED, Duration.ofSeconds(11), Optional.empty()))
                .isNotEqualTo(printed(PLACED, EXPOSURE, Optional.of("m400")))
                .contains("forty stars");
        assertThat(printed(SolveAstrometry.WITHOUT_REFERENCES, EXPOSURE, Optional.empty()))
                .contains("not run");
    }

    private static String printed(SolveAstrometry astrometry, Duration exposure, Optional<String> onlyBand) {
        return new MeasureZeroPoint(astrometry.references(), exposure, onlyBand).printed();
    }

    @Test
    void aMediumBandHasAZeroPointOnlyByACatalogueOfThatBand() {
        Whereabouts where = StarField.at(StarField.header("10:00:00"));
        Findings placed = StarField.measured(PLACED, StarField.header("10:00:00"));
        Photometry other = new MeasureZeroPoint(PLACED.references(), EXPOSURE, Optional.of("m400"))
                .compare(placed, StarField.SIZE, where)
                .photometry();
        assertThat(other).isInstanceOf(Photometry.NotRun.class);
        assertThat(((Photometry.NotRun) other).reason()).contains("filter m400").contains("band V");
        Photometry own = new MeasureZeroPoint(PLACED.references(), EXPOSURE, Optional.of("V"))
                .compare(placed, StarField.SIZE, where)
                .photometry();
        assertThat(own.calibrated()).isPresent();
    }
}
