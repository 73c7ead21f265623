package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.Completeness.Complete;
import dev.vigil.imaging.Completeness.Incomplete;
import dev.vigil.imaging.Completeness.NotFits;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.PixelDigest;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {
    private static final SimulatedNight NIGHT = SimulatedNight.of(
            NightPlan.of(LocalDate.of(2026, 11, 18)).withFrames(3, 3, 3, 3).withSize(64));

    @TempDir
    Path folder;

    private BadFiles bad;

    @BeforeEach
    void open() throws Exception {
        bad = new BadFiles(NIGHT, folder);
    }

    private static Header header(Path file) throws Exception {
        return FitsFile.read(file).primary().header();
    }

    @Test
    void theBrokenOnesAreNotComplete() throws Exception {
        assertThat(Completeness.judge(bad.text())).isInstanceOf(NotFits.class);
        assertThat(Completeness.judge(bad.directory())).isInstanceOf(NotFits.class);
        assertThat(Completeness.judge(bad.empty())).isInstanceOf(Incomplete.class);
        assertThat(Completeness.judge(bad.truncated())).isInstanceOf(Incomplete.class);
        assertThat(Completeness.judge(bad.zeros())).isInstanceOf(Incomplete.class);
    }

    @Test
    void theOddOnesAreWhole() throws Exception {
        for (Path file : List.of(
                bad.withoutDate(), bad.spacesInName(), bad.newlineInName(), bad.seventyHdus(), bad.gainIsASetting())) {
            assertThat(Completeness.judge(file)).as("%s", file).isEqualTo(new Complete(true, List.of()));
        }
    }

    @Test
    void theOddOnesLackWhatTheyShouldLack() throws Exception {
        assertThat(header(bad.withoutDate()).has("DATE-OBS")).isFalse();
        assertThat(header(bad.gainIsASetting()).number("GAIN")).hasValue(2750);
        assertThat(header(bad.gainIsASetting()).has("EGAIN")).isFalse();
        assertThat(FitsFile.read(bad.seventyHdus()).hdus()).hasSize(71);
        assertThat(bad.newlineInName().getFileName().toString()).contains("\n");
        assertThat(bad.spacesInName().getFileName().toString()).contains(" ");
    }

    @Test
    void theGenericProfileRefusesWhatHasNoDateAndNoOther() throws Exception {
        assertThat(judged(bad.withoutDate()))
                .isInstanceOf(Judged.Refused.class)
                .asString()
                .contains("DATE-OBS");
        assertThat(judged(bad.spacesInName())).isInstanceOf(Judged.Described.class);
        assertThat(judged(bad.newlineInName())).isInstanceOf(Judged.Described.class);
    }

    @Test
    void theGenericProfileDoesNotGuessTheGainOfASetting() throws Exception {
        Judged judged = judged(bad.gainIsASetting());
        assertThat(judged).isInstanceOf(Judged.Described.class);
        assertThat(((Judged.Described) judged).frame().detectors())
                .allSatisfy(detector -> assertThat(detector.amplifiers())
                        .allSatisfy(amplifier ->
                                assertThat(amplifier.electronsPerAdu()).isEmpty()));
    }

    private static Judged judged(Path file) throws Exception {
        Instant later = Instant.parse("2026-11-20T00:00:00Z");
        String path = "2026-11-18/" + file.getFileName();
        FrameSource source = FrameSource.of("GEN01", path, FitsFile.read(file), later);
        return Profiles.bundled().profileFor("GEN01").judge(source);
    }

    @Test
    void anEditedHeaderKeepsThePixels() throws Exception {
        PlannedFrame frame = NIGHT.frames().get(11);
        Path file = NIGHT.write(frame, folder);
        List<String> pixels = PixelDigest.of(file);
        byte[] before = Files.readAllBytes(file);
        assertThat(bad.headerEdited(frame)).isEqualTo(file);
        assertThat(PixelDigest.of(file)).isEqualTo(pixels);
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
        assertThat(header(file).text("OBSERVER")).contains("Somebody else");
    }

    @Test
    void anotherExposureHasOtherPixelsAndAnotherStart() throws Exception {
        PlannedFrame frame = NIGHT.frames().get(11);
        Path file = NIGHT.write(frame, folder);
        List<String> pixels = PixelDigest.of(file);
        String start = header(file).text("DATE-OBS").orElseThrow();
        assertThat(bad.otherExposure(frame)).isEqualTo(file);
        assertThat(PixelDigest.of(file)).isNotEqualTo(pixels);
        assertThat(header(file).text("DATE-OBS")).isPresent().isNotEqualTo(Optional.of(start));
    }
}
