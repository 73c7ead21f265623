package dev.vigil.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.photometry.Standard;
import dev.vigil.reduction.references.InMemoryReferences;
import dev.vigil.reduction.sources.SourceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureZeroPointTest {
    private static final Duration EXPOSURE = Duration.ofSeconds(10);
    private static final double ZERO_POINT = 12 + 2.5 * Math.log10(StarField.LIGHT / 10);
    private static final SolveAstrometry PLACED = SolveAstrometry.by(StarField.catalogue(), "1");

    private static Findings measured(SolveAstrometry astrometry, Header header) {
        Whereabouts where = StarField.at(header);
        Findings sources = new MeasureSources(SourceSettings.DEFAULT).measure(StarField.image(), Findings.NONE);
        Findings placed = astrometry.compare(sources, StarField.SIZE, where);
        return new MeasureZeroPoint(astrometry.references(), EXPOSURE, Optional.empty())
                .compare(placed, StarField.SIZE, where);
    }

    @Test
    void knownStarsTellHowBrightAnElectronPerSecondIs() {
        Photometry.Calibrated found = measured(PLACED, StarField.header("10:00:00"))
                .photometry()
                .calibrated()
                .orElseThrow();
        assertThat(found.zeroPoint().magnitude()).isCloseTo(ZERO_POINT, within(0.005));
        assertThat(found.zeroPoint().error()).isLessThan(0.005);
        assertThat(found.band().name()).isEqualTo("V");
    }

    @Test
    void theStarsThatWereAskedAreKnownWithTheirPlaces() {
        Photometry.Calibrated found = measured(PLACED, StarField.header("10:00:00"))
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
        Photometry.Calibrated found = measured(PLACED, StarField.header("10:00:00"))
                .photometry()
                .calibrated()
                .orElseThrow();
        double scale = StarField.TRUTH.map().arcsecondsPerPixel();
        assertThat(found.skyBrightness().orElseThrow())
                .isCloseTo(ZERO_POINT - 2.5 * Math.log10(StarField.SKY / 10 / scale / scale), within(0.02));
        double gaussian = 5 * Math.sqrt(StarField.SKY) * Math.sqrt(4 * Math.PI) * 1.4;
        assertThat(found.limit()).isCloseTo(ZERO_POINT - 2.5 * Math.log10(gaussian / 10), within(0.1));
    }

    @Test
    void itStandsInTheHeaderAndIsReadFromThere() {
        Header.Builder cards = Header.builder();
        Findings found = measured(PLACED, StarField.header("10:00:00"));
        PhotometryCards.add(cards, found.photometry());
        Header header = cards.build();
        assertThat(header.text("PHOTQUAL")).contains("good");
        assertThat(header.text("L1ZPBAND")).contains("V (Vega)");
        assertThat(PhotometrySummary.read(header)).isEqualTo(PhotometrySummary.of(List.of(found.photometry())));
    }

    @Test
    void aFrameWithoutAPlaceOnTheSkyHasNoneAndSaysSo() {
        assertThat(measured(PLACED, StarField.header("11:00:00")).photometry())
                .isEqualTo(new Photometry.NotRun("the frame has no place on the sky"));
        assertThat(measured(SolveAstrometry.WITHOUT_REFERENCES, StarField.header("10:00:00"))
                        .photometry())
                .isEqualTo(new Photometry.NotRun("no reference catalogue is configured"));
    }

    @Test
    void tooFewStarsSayNothing() {
        Findings placed = measured(PLACED, StarField.header("10:00:00"));
        SolveAstrometry few = SolveAstrometry.by(
                new InMemoryReferences("forty stars", StarField.stars().subList(0, 4)), "few");
        Photometry found = new MeasureZeroPoint(few.references(), EXPOSURE, Optional.empty())
                .compare(placed, StarField.SIZE, StarField.at(StarField.header("10:00:00")))
                .photometry();
        assertThat(found).isInstanceOf(Photometry.Failed.class);
        assertThat(((Photometry.Failed) found).reason()).contains("5 are needed");
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
        Findings placed = measured(PLACED, StarField.header("10:00:00"));
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

    @Test
    void aColourTermStandsInTheHeaderInTheWordsOfLco() {
        double term = 0.2;
        Findings placed = measured(PLACED, StarField.header("10:00:00"));
        SolveAstrometry coloured = SolveAstrometry.by(new StarField.Coloured(term), "coloured");
        Photometry found = new MeasureZeroPoint(coloured.references(), EXPOSURE, Optional.empty())
                .compare(placed, StarField.SIZE, StarField.at(StarField.header("10:00:00")))
                .photometry();
        Header.Builder cards = Header.builder();
        PhotometryCards.add(cards, found);
        Header header = cards.build();
        assertThat(header.number("L1COLOR").orElseThrow()).isCloseTo(term, within(0.01));
        assertThat(header.number("L1COLERR").orElseThrow()).isLessThan(0.01);
        assertThat(header.text("L1COLORU")).contains("BP-RP");
        assertThat(header.number("L1COLREF").orElseThrow()).isEqualTo(0.82);
        assertThat(header.number("L1COLMIN").orElseThrow()).isBetween(0.3, 0.5);
        assertThat(header.number("L1COLMAX").orElseThrow()).isBetween(1.5, 1.9);
        assertThat(header.number("L1ZP").orElseThrow()).isCloseTo(ZERO_POINT + 0.82 * term, within(0.006));
        assertThat(PhotometrySummary.read(header)).isEqualTo(PhotometrySummary.of(List.of(found)));
    }
}
