package dev.vigil.reduction.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.cosmicrays.CosmicRays;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.FlagCosmicRays;
import dev.vigil.reduction.steps.MeasureSources;
import dev.vigil.reduction.steps.ToElectrons;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Amplifier AMPLIFIER = Amplifier.of(Section.parse("[1:64,1:64]"))
            .withBiasSection(Section.parse("[65:72,1:64]"))
            .withGain(1.5)
            .withReadNoise(5)
            .withSaturation(60_000);
    private static final Detector DETECTOR = Detector.of("main", 0, AMPLIFIER);

    private static final Masters MASTERS = Masters.NONE
            .with(unread("B/v1", MasterKind.BIAS))
            .with(unread("D/v2", MasterKind.DARK))
            .with(unread("F/v3", MasterKind.FLAT));

    /** A recipe is printed without reading the pixels of its masters: these throw when they are asked. */
    private static Master unread(String id, MasterKind kind) {
        return Master.named(id, kind);
    }

    private static Recipe science(double seconds) {
        return Frames.value(Imaging.science(
                DETECTOR, MASTERS, Duration.ofMillis((long) (1000 * seconds)), Set.of(MasterKind.BIAS)));
    }

    @Test
    void aPrintedRecipeIsAPageThatAnAstronomerReads() {
        assertThat(science(30)).hasToString("""
                recipe imaging version 1
                mask saturated pixels: raw count >= 60000.0
                subtract overscan, mean of each row clipped at 3 sigma: [65:72,1:64]
                trim to [1:64,1:64]
                subtract bias B/v1
                multiply by gain in electrons per ADU: 1.5
                predict variance: max(signal, 0) + read noise squared, read noise in electrons: 5.0
                subtract dark D/v2 times 30.0 s
                divide by flat F/v3
                flag bleeding charge: columns of saturated pixels at least 10 long and 3 times longer than wide, and their ends above 5.0 sigma
                flag streaks: squares of 8 pixels above 2.5 sigma in lines of 400 pixels or more, up to 40 wide
                flag cosmic rays: Laplacian above 4.5 sigma and 5.0 times the fine structure, edges above 2.5 sigma, at most 4 rounds
                measure sources beside cosmic rays and streaks: sky in boxes of 64; 5.8 sigma after a matched filter, outlined at 3.0, 5 pixels; parted by dips of 2.0 sigma and 0.03 of the height; apertures of [4.0, 8.0] pixels
                fit all sources as points, by what stars look like: 5 to 300 stars of 40.0 sigma; changes over the field from 20 stars on, as a square from 50, as a cube from 150
                solve astrometry: not run, no reference catalogue is configured
                measure the zero point: not run, no reference catalogue is configured
                tell airmass, moon and sun: where the header puts the telescope; without place, time or field the header's airmass""");
    }

    @Test
    void theFingerprintFollowsFromThePrintedForm() {
        assertThat(science(30).fingerprint())
                .isEqualTo(science(30).fingerprint())
                .isNotEqualTo(science(31).fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aCameraWithoutOverscanHasNoOverscanStep() {
        Detector bare = Detector.of("main", 0, Amplifier.of(Section.parse("[1:64,1:64]")));
        assertThat(Imaging.bias(bare).printed()).noneMatch(line -> line.contains("overscan"));
    }

    @Test
    void withoutAGainThereAreNoElectrons() {
        Detector mute = Detector.of("main", 0, Amplifier.of(Section.parse("[1:64,1:64]")));
        Failure failure = Frames.failure(Imaging.science(mute, Masters.NONE, Duration.ofSeconds(1), Set.of()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.GAIN_UNKNOWN);
        assertThat(failure.remedy()).contains("EGAIN");
    }

    @Test
    void aRequiredMasterMustBeThere() {
        Failure failure =
                Frames.failure(Imaging.science(DETECTOR, Masters.NONE, Duration.ofSeconds(1), Set.of(MasterKind.FLAT)));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.MASTER_MISSING);
        assertThat(failure.reason()).contains("flat");
    }

    @Test
    void pixelsDoNotChangeAfterTheyWereMeasured() {
        assertThatThrownBy(() -> Recipe.of(
                        "r", 1, new MeasureSources(SourceSettings.DEFAULT), new ToElectrons(DETECTOR.assembled())))
                .hasMessageContaining("after they were measured");
    }

    @Test
    void pixelsDoNotChangeAfterTheyWereMarkedNorAreMarkedAfterTheyWereMeasured() {
        FlagCosmicRays marking = new FlagCosmicRays(CosmicRays.DEFAULT);
        assertThatThrownBy(() -> Recipe.of("r", 1, marking, new ToElectrons(DETECTOR.assembled())))
                .hasMessageContaining("after they were marked");
        assertThatThrownBy(() -> Recipe.of("r", 1, new MeasureSources(SourceSettings.DEFAULT), marking))
                .hasMessageContaining("marked after they were measured");
    }

    @Test
    void blocksOfRowsMakeNoDifference() {
        Size size = new Size(72, 64);
        float[] raw = Frames.noise(size, 1000, 10, 7);
        Recipe recipe = Imaging.bias(DETECTOR);
        float[] atOnce = Frames.run(recipe, size, raw).science();
        RowBlock row = new RowBlock(72, 1);
        DetectorImage rowByRow = DetectorImage.empty(new Size(64, 64));
        for (int y = 0; y < 64; y++) {
            recipe.on(RawRows.of(size, raw)).run(row, y, 1);
            row.copyTo(rowByRow);
        }
        assertThat(rowByRow.science()).isEqualTo(atOnce);
    }
}
