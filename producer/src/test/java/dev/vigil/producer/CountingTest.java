package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Counting;
import dev.vigil.producer.judging.Verdict;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingTest {
    private static final Verdict.Bytes BYTES =
            new Verdict.Bytes(new Sha256("0".repeat(64)), new Sha256("0".repeat(64)), List.of());

    @TempDir
    Path folder;

    private static Sighting sighting(String path) {
        return new Sighting(path, Sighting.Kind.FILE, 2880, Instant.EPOCH, Optional.empty());
    }

    @Test
    void aRefusedFileIsCountedByItsName() {
        Counting counting = new Counting(Profiles.bundled().profileFor("LATISS"));
        Verdict refused = new Verdict.Refused(FailureCategory.NOT_FITS, "a text", "write it again");
        assertThat(counting.of(sighting("LATISS/2026-03-01/AT_O_20260301_000123.fits"), refused))
                .containsExactly(new Counted("", 123, Optional.empty()));
    }

    @Test
    void aFileBesideTheFramesHasNoNumber() {
        Counting counting = new Counting(Profiles.bundled().profileFor("LATISS"));
        assertThat(counting.of(sighting("LATISS/2026-03-01/weather.txt"), new Verdict.Beside(BYTES)))
                .isEmpty();
    }

    @Test
    void aFileOfAnExposureHasTheNumberOfItsDetectorToo() throws IOException {
        assertThat(countedWithHeader(Fits.header()))
                .containsExactly(
                        new Counted("", 17, Optional.empty()),
                        new Counted("E17", 2, Optional.of(new Whole(0, 3, Duration.ofMinutes(2)))));
    }

    @Test
    void aHeaderThatSaysHowManyFilesThereAreComesBeforeTheProfile() throws IOException {
        assertThat(countedWithHeader(Fits.header().put("NFILES", 6, "")))
                .last()
                .isEqualTo(new Counted("E17", 2, Optional.of(new Whole(0, 5, Duration.ofMinutes(2)))));
    }

    @Test
    void aFileThatStoppedComingHasTheNumbersThatItsHeaderTells() throws IOException {
        Header.Builder header =
                Fits.header().put("EXPNUM", 17, "").put("EXP-ID", "E17", "").put("DET-ID", 2, "");
        byte[] whole = Fits.proven(header, 1);
        Path file = folder.resolve("a.fits");
        Files.write(file, Arrays.copyOf(whole, whole.length - 1000));
        FrameAnnounced announced = FrameReading.of(file, "MANY/2026-03-01/a.fits", many(), Clock.systemUTC());
        assertThat(announced.judgement()).isInstanceOf(Stalled.class);
        assertThat(announced.counted())
                .containsExactly(
                        new Counted("", 17, Optional.empty()),
                        new Counted("E17", 2, Optional.of(new Whole(0, 3, Duration.ofMinutes(2)))));
        Files.write(file, Arrays.copyOf(whole, 200));
        assertThat(FrameReading.of(file, "MANY/2026-03-01/a.fits", many(), Clock.systemUTC())
                        .counted())
                .isEmpty();
    }

    @Test
    void aRefusedFileHasTheNumbersThatItsHeaderTells() throws IOException {
        Header.Builder header = Fits.header()
                .put("EXPNUM", 17, "")
                .put("EXP-ID", "E17", "")
                .put("DET-ID", 2, "")
                .put("DATE-OBS", "2016-03-02T03:00:00", "");
        Path file = folder.resolve("a.fits");
        Files.write(file, Fits.proven(header, 1));
        FrameAnnounced announced = FrameReading.of(file, "MANY/2026-03-01/a.fits", many(), Clock.systemUTC());
        assertThat(announced.judgement()).isInstanceOf(Refused.class);
        assertThat(announced.identity().night()).contains(LocalDate.of(2026, 3, 1));
        assertThat(announced.counted())
                .containsExactly(
                        new Counted("", 17, Optional.empty()),
                        new Counted("E17", 2, Optional.of(new Whole(0, 3, Duration.ofMinutes(2)))));
    }

    private Profiles many() throws IOException {
        Files.writeString(folder.resolve("many.yaml"), """
                profile: many
                extends: generic
                units: [MANY]
                headers: {runningNumber: [EXPNUM], exposureId: [EXP-ID], member: [DET-ID], members: [NFILES]}
                numbering: {by: [night]}
                exposures: {members: 0-3, quiet: 2 min}
                """);
        return Profiles.bundledAnd(folder);
    }

    private List<Counted> countedWithHeader(Header.Builder cards) throws IOException {
        Profile profile = many().profileFor("MANY");
        Header header = cards.put("NAXIS1", 32, "")
                .put("NAXIS2", 32, "")
                .put("DATE-OBS", "2026-03-02T03:00:00", "")
                .put("EXPNUM", 17, "")
                .put("EXP-ID", "E17", "")
                .put("DET-ID", 2, "")
                .build();
        Hdu hdu = new Hdu(0, Optional.empty(), header, 2880, 2048, true, false);
        Judged judged = profile.judge(
                new FrameSource("MANY", "2026-03-01/a.fits", List.of(hdu), Instant.parse("2026-03-02T12:00:00Z")));
        Verdict taken = new Verdict.Taken(BYTES, ((Judged.Described) judged).frame());
        return new Counting(profile).of(sighting("MANY/2026-03-01/a.fits"), taken);
    }
}
