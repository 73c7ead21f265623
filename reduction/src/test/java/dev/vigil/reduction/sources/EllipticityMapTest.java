package dev.vigil.reduction.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.FieldMap;
import dev.vigil.reduction.statistics.Median;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The map of a field's ellipticity beside the one number of the frame. */
class EllipticityMapTest {
    private static final int SIDE = 600;

    private static FieldMap map(SourceCatalogue found) {
        return FieldMap.starEllipticities(found, new Size(SIDE, SIDE)).orElseThrow();
    }

    /** Of the cells with stars enough. */
    private static List<Double> known(FieldMap map) {
        return map.values().stream().filter(Double::isFinite).toList();
    }

    /** Half again as long as wide, in a direction from x towards y. */
    private static Moffat drawnOut(double degrees) {
        double theta = Math.toRadians(degrees);
        double along = Math.pow(Math.cos(theta), 2) / 2.25 + Math.pow(Math.sin(theta), 2);
        double across = Math.pow(Math.sin(theta), 2) / 2.25 + Math.pow(Math.cos(theta), 2);
        double both = 2 * Math.sin(theta) * Math.cos(theta) * (1 / 2.25 - 1);
        return new Moffat(1, 0, 0, along / 2, across / 2, both / 2, 1 / 3.0);
    }

    @Test
    void whereAllStarsAreDrawnOutAlikeEachCellShowsTheFramesNumber() {
        SourceCatalogue found = Field.grid(SIDE, 36, 50_000, drawnOut(30), 1).measure();
        double ofFrame = found.seeing().orElseThrow().ellipticity();
        assertThat(ofFrame).isCloseTo(1 / 3.0, within(0.01));
        assertThat(known(map(found)))
                .hasSizeGreaterThan(30)
                .allSatisfy(cell -> assertThat(cell).isCloseTo(ofFrame, within(0.03)));
    }

    @Test
    void noiseDoesNotDrawRoundStarsOut() {
        SourceCatalogue found = Field.grid(SIDE, 24, 3_000, Field.star(3.2), 2).measure();
        double single = Median.of(found.sources(), source -> source.core().ellipticity());
        double ofCells =
                known(map(found)).stream().mapToDouble(each -> each).average().orElseThrow();
        assertThat(ofCells).isLessThan(single / 2);
    }

    @Test
    void whereTheDirectionChangesOverTheFieldCellsShowWhatTheMeanShapeOfTheFrameHides() {
        Field field = Field.empty(SIDE, SIDE, 3);
        for (int y = 20; y < SIDE; y += 40) {
            for (int x = 20; x < SIDE; x += 40) {
                field.add(x, y, 50_000, drawnOut(Math.toDegrees(Math.atan2(y - SIDE / 2, x - SIDE / 2))));
            }
        }
        SourceCatalogue found = field.measure();
        assertThat(found.seeing().orElseThrow().ellipticity()).isLessThan(0.1);
        assertThat(map(found).values().get(0)).isCloseTo(1 / 3.0, within(0.05));
    }
}
