package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.imaging.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors that are known to be bad at some time are left out, and those that cannot be relied on are flagged. */
class DetectorNoteTest {
    @TempDir
    Path folder;

    @Test
    void whatIsBadDependsOnTheDate() {
        assertThat(detectors("2012-11-06")).containsExactly("S29", "S30", "N30", "S7");
        assertThat(detectors("2012-11-07")).containsExactly("S29", "S30", "S7");
        assertThat(detectors("2013-11-01")).containsExactly("S29", "S7");
        assertThat(detectors("2016-12-31")).containsExactly("S29", "S7");
        assertThat(detectors("2017-01-01")).containsExactly("S29", "S30", "S7");
    }

    @Test
    void whatIsLeftOutIsSaidWithTheReason() {
        FrameDescription frame = frame("2014-03-01", "S29", "S30", "N30", "S7");
        assertThat(frame.remarks().get(Flag.BAD_DETECTOR))
                .contains("N30 since 2012-11-07", "S30 since 2013-11-01 until 2016-12-31");
        assertThat(frame.remarks().get(Flag.DOUBTFUL_DETECTOR)).contains("S7", "one amplifier is unstable");
    }

    @Test
    void aFileOfNothingElseIsKept() {
        FrameDescription frame = frame("2014-03-01", "N30");
        assertThat(frame.detectors()).extracting(Detector::name).containsExactly("N30");
        assertThat(frame.flags()).doesNotContain(Flag.BAD_DETECTOR);
    }

    @Test
    void mistakesInNotesAreToldWithTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
                profile: bad
                extends: generic
                detectors:
                  bad: [{name: A, from: 2020-01-02, to: 2020-01-01, why: x}, {name: B, from: soon}]
                """);
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes)
                .hasMessageContaining("bad.yaml.detectors.bad: is over before it begins")
                .hasMessageContaining("bad.yaml.detectors.bad[1].why: is missing")
                .hasMessageContaining("bad.yaml.detectors.bad[1].from: must be a date");
    }

    @Test
    void aTinyFileIsFlaggedWithItsSize() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                "profile: mine\nextends: generic\nunits: [TEL01]\nfiles: {tiny: 99000000, stalled: 3 min}\n");
        Profile mine = Profiles.bundledAnd(folder).profileFor("TEL01");
        FrameDescription frame = Frames.frame(mine.judge(Frames.source(Frames.science())));
        assertThat(frame.remarks().get(Flag.TINY)).contains("bytes uncompressed", "at least 99,000,000");
        assertThat(mine.fileStalled()).hasToString("Optional[PT3M]");
        assertThat(Frames.described(Frames.source(Frames.science())).flags()).doesNotContain(Flag.TINY);
    }

    private static List<String> detectors(String date) {
        return frame(date, "S29", "S30", "N30", "S7").detectors().stream()
                .map(Detector::name)
                .toList();
    }

    private static FrameDescription frame(String date, String... names) {
        Header primary = Header.builder()
                .put("NAXIS", 0, "")
                .put("OBSTYPE", "object", "")
                .put("OBJECT", "COSMOS", "")
                .put("EXPTIME", 90.0, "")
                .put("FILTER", "g DECam SDSS c0001 4720.0 1520.0", "")
                .put("DATE-OBS", date + "T03:15:02.123", "")
                .build();
        FrameSource source = Frames.mosaic(
                primary, List.of(names).stream().map(DetectorNoteTest::part).toList());
        return Frames.frame(Profiles.bundled()
                .profileFor("DECam")
                .judge(new FrameSource("DECam", "DECam_00123456.fits.fz", source.hdus(), source.now())));
    }

    private static Header part(String name) {
        return Header.builder()
                .put("NAXIS", 2, "")
                .put("NAXIS1", 1056, "")
                .put("NAXIS2", 1024, "")
                .put("EXTNAME", name, "")
                .build();
    }
}
