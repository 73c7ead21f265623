package dev.vigil.calibrator;

import static dev.vigil.calibrator.TestingNight.plan;
import static dev.vigil.calibrator.TestingNight.reduce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameReduced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of many detectors: each has its outcome, and what one leaves in another is taken out again. */
class MosaicTest {
    @TempDir
    Path folder;

    private TestingNight night;

    private Frame frame() throws IOException {
        night = new TestingNight(folder, plan(0, 0, 0, 1, 128));
        return night.put(night.bad().seventyHdus());
    }

    private FrameReduced reduced(Frame frame, String profile) throws Exception {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(
                profiles.resolve("mine.yaml"),
                "profile: mine\nextends: generic\nunits: [" + TestingNight.UNIT + "]\n" + profile);
        ReductionHandler handler = ReductionHandler.of(
                night.archive, night.working, Profiles.bundledAnd(profiles), "worker-1", Clock.systemUTC());
        return (FrameReduced) handler.handle(reduce(frame)).event();
    }

    private ImageReader product(FrameReduced reduced) throws IOException, BadFitsException {
        return ImageReader.open(
                night.archiveFolder.resolve(reduced.products().get(0).file().key()));
    }

    private static String name(Frame frame, int detector) {
        return frame.facts().detectors().get(detector).name();
    }

    @Test
    void oneDetectorWhoseSectionsMakeNoSenseDoesNotLoseTheOthers() throws Exception {
        Frame frame = frame();
        List<Detector> detectors = new ArrayList<>(frame.facts().detectors());
        Detector good = detectors.get(4);
        Amplifier beyond = new Amplifier(
                "[1:9999,1:9999]", Optional.empty(), Optional.of(1.5), Optional.of(5.0), Optional.empty());
        detectors.set(4, new Detector(good.hdu(), good.name(), good.width(), good.height(), List.of(beyond)));
        FrameReduced reduced = reduced(new Frame(frame.identity(), with(frame.facts(), detectors), frame.file()), "");
        assertThat(reduced.detectors()).filteredOn(DetectorOutcome::good).hasSize(69);
        assertThat(reduced.detectors())
                .filteredOn(outcome -> !outcome.good())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.name()).isEqualTo(good.name());
                    assertThat(bad.reason().orElseThrow()).contains("[1:9999,1:9999]", "reach beyond");
                });
    }

    private static FrameFacts with(FrameFacts facts, List<Detector> detectors) {
        return new FrameFacts(
                facts.object(),
                facts.filter(),
                facts.exposureTime(),
                facts.start(),
                facts.configuration(),
                detectors,
                facts.masters(),
                facts.recipe(),
                facts.flags());
    }

    @Test
    void whatOneDetectorLeavesInAnotherIsTakenOutOfIt() throws Exception {
        Frame frame = frame();
        FrameReduced reduced = reduced(
                frame,
                "recipe: {crosstalk: [{to: '" + name(frame, 7) + "', from: '" + name(frame, 41)
                        + "', coefficient: 0.01}]}\n");
        try (ImageReader reader = product(reduced)) {
            float untouched = reader.read(1 + 4 * 8).at(5, 5);
            float other = reader.read(1 + 4 * 41).at(5, 5);
            // Every image is even, and one brighter than the one before; a count is 1.5 electrons.
            assertThat(reader.read(1 + 4 * 7).at(5, 5)).isCloseTo(untouched - 1.5f - 0.01f * other, within(0.01f));
            Header cards = reader.file().hdus().get(1 + 4 * 7).header();
            assertThat(cards.integer("XTALKCOR")).hasValue(1);
            assertThat(reader.file().hdus().get(1 + 4 * 8).header().has("XTALKCOR"))
                    .isFalse();
        }
    }

    @Test
    void aTableThatNamesADetectorWhichIsNotThereFailsOnlyTheOneThatNeedsIt() throws Exception {
        Frame frame = frame();
        FrameReduced reduced =
                reduced(frame, "recipe: {crosstalk: [{to: '" + name(frame, 7) + "', from: C99, coefficient: 0.01}]}\n");
        assertThat(reduced.detectors())
                .filteredOn(outcome -> !outcome.good())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason().orElseThrow())
                        .contains("the crosstalk table of profile mine does not fit", "detector C99"));
    }
}
