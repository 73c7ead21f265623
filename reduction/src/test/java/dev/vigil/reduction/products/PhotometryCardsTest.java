package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.StarField;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.steps.MeasureZeroPoint;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhotometryCardsTest {
    private static final SolveAstrometry PLACED = SolveAstrometry.by(StarField.catalogue(), "1");

    @Test
    void itStandsInTheHeaderAndIsReadFromThere() {
        Header.Builder cards = Header.builder();
        Findings found = StarField.measured(PLACED, StarField.header("10:00:00"));
        PhotometryCards.add(cards, found.photometry());
        Header header = cards.build();
        assertThat(header.text("PHOTQUAL")).contains("good");
        assertThat(header.text("L1ZPBAND")).contains("V (Vega)");
        assertThat(PhotometrySummary.read(header)).isEqualTo(PhotometrySummary.of(List.of(found.photometry())));
    }

    @Test
    void aColourTermStandsInTheHeaderInTheWordsOfLco() {
        double term = 0.2;
        Findings placed = StarField.measured(PLACED, StarField.header("10:00:00"));
        SolveAstrometry coloured = SolveAstrometry.by(new StarField.Coloured(term), "coloured");
        Photometry found = new MeasureZeroPoint(coloured.references(), StarField.EXPOSURE, Optional.empty())
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
        assertThat(header.number("L1ZP").orElseThrow()).isCloseTo(StarField.ZERO_POINT + 0.82 * term, within(0.006));
        assertThat(PhotometrySummary.read(header)).isEqualTo(PhotometrySummary.of(List.of(found)));
    }
}
