package dev.vigil.reduction.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class MasterLookTest {
    private static final int SIDE = 160;

    private static DetectorImage image(IntToDoubleFunction byColumn) {
        DetectorImage image = DetectorImage.empty(new Size(SIDE, SIDE));
        for (int i = 0; i < image.science().length; i++) {
            image.science()[i] = (float) byColumn.applyAsDouble(i % SIDE);
        }
        return image;
    }

    private static MasterLook look(DetectorImage... images) {
        List<FinishedDetector> detectors = List.of(images).stream()
                .map(image ->
                        new MasterDetector("D", image, new int[image.mask().length], new MasterQuality(0, 0, 0, 0, 0)))
                .map(FinishedDetector::of)
                .toList();
        return MasterLook.of(new BuiltMaster(MasterKind.FLAT, detectors, List.of("a"), Map.of()));
    }

    @Test
    void anEvenMasterHasNoStructureHoweverManyHotPixelsItHas() {
        DetectorImage even = image(column -> 1);
        for (int i = 0; i < even.science().length; i += 50) {
            even.science()[i] = 900;
        }
        assertThat(look(even).structure()).isZero();
    }

    @Test
    void aSlopeIsSeenForWhatItIs() {
        DetectorImage slope = image(column -> 1 + 0.2 * column / SIDE);
        assertThat(look(slope).structure()).isCloseTo(0.2 * 0.9, within(0.02));
    }

    @Test
    void detectorsThatDifferFromEachOtherAreStructureToo() {
        assertThat(look(image(column -> 1), image(column -> 1.5)).structure()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void badPixelsAreCountedAndNotLookedAt() {
        DetectorImage image = image(column -> column < 40 ? 7 : 1);
        for (int i = 0; i < image.mask().length; i++) {
            image.mask()[i] = i % SIDE < 40 ? MaskBit.BAD.value() : 0;
        }
        assertThat(look(image).badShare()).isCloseTo(0.25, within(1e-9));
        assertThat(look(image).structure()).isZero();
    }
}
