package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Decision.Say;
import dev.vigil.producer.judging.Examination;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.judging.Patience;
import dev.vigil.producer.judging.Verdict;
import dev.vigil.producer.serving.Locations;
import dev.vigil.producer.serving.Packaging;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that follows a frame belongs to the frame's night and exposure. */
class SidecarTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Profiles PROFILES = Profiles.bundled();
    private static final Verdict.Bytes BYTES =
            new Verdict.Bytes(new Sha256("0".repeat(64)), new Sha256("0".repeat(64)), List.of());
    private static final String FRAME = "LATISS/some folder/AT_O_20260301_000123.fits";
    private static final String SIDECAR = "LATISS/some folder/AT_O_20260301_000123_photodiode.txt";
    private static final Patience USUAL = new Patience(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));

    @TempDir
    Path incoming;

    private final Announcing announcing = producer();

    private static Announcing producer() {
        return new Announcing(PROFILES, new Locations(Optional.empty(), List.of(), Packaging.NONE));
    }

    private static FrameAnnounced say(Announcing producer, String path, Verdict verdict) {
        FrameAnnounced announced =
                producer.word(sighting(path), new Say(FrameId.ofPath(path), 1, verdict, List.of()), NOW);
        producer.said(sighting(path), announced);
        return announced;
    }

    private static Sighting sighting(String path) {
        return new Sighting(path, Sighting.Kind.FILE, 2880, NOW, Optional.empty());
    }

    private static Verdict frame() {
        Header header = Fits.header()
                .put("NAXIS1", 32, "")
                .put("NAXIS2", 32, "")
                .put("IMGTYPE", "OBJECT", "")
                .put("OBSID", "AT_O_20260301_000123", "")
                .put("DATE-BEG", "2026-03-02T03:00:00", "")
                .build();
        Hdu hdu = new Hdu(0, Optional.empty(), header, 2880, 2048, true, false);
        Judged judged = PROFILES.profileFor("LATISS")
                .judge(new FrameSource("LATISS", "some folder/AT_O_20260301_000123.fits", List.of(hdu), NOW));
        return new Verdict.Taken(BYTES, ((Judged.Described) judged).frame());
    }

    @Test
    void aFileThatFollowsAFrameIsOfItsNightAndExposure() {
        FrameAnnounced leader = say(announcing, FRAME, frame());
        FrameAnnounced sidecar = say(announcing, SIDECAR, new Verdict.Beside(BYTES));
        assertThat(((Excluded) sidecar.judgement()).rule()).isEqualTo("sidecar");
        assertThat(sidecar.identity().type()).isEqualTo(FrameType.SIDECAR);
        assertThat(sidecar.identity().lastLevel()).isEqualTo(Level.TRANSFERRED);
        assertThat(sidecar.identity().night()).hasToString("Optional[2026-03-01]");
        assertThat(sidecar.identity().exposure())
                .isEqualTo(leader.identity().exposure())
                .isEqualTo("AT_O_20260301_000123");
        assertThat(sidecar.counted()).isEmpty();
    }

    @Test
    void aProducerThatIsStartedAgainKnowsTheFrame() {
        FrameAnnounced leader = say(announcing, FRAME, frame());
        Announcing again = producer();
        again.learn(leader);
        assertThat(say(again, SIDECAR, new Verdict.Beside(BYTES)).identity().exposure())
                .isEqualTo("AT_O_20260301_000123");
    }

    @Test
    void withoutItsFrameItIsASidecarOfItsOwnFolder() {
        FrameAnnounced alone =
                say(announcing, "LATISS/2026-03-01/AT_O_20260301_000124_photodiode.txt", new Verdict.Beside(BYTES));
        assertThat(alone.identity().type()).isEqualTo(FrameType.SIDECAR);
        assertThat(alone.identity().night()).hasToString("Optional[2026-03-01]");
    }

    @Test
    void itsFrameIsGivenTimeToComeFirst() {
        assertThat(announcing.patienceFor(sighting(SIDECAR), USUAL).besideQuiet())
                .isEqualTo(Duration.ofSeconds(60));
        say(announcing, FRAME, frame());
        assertThat(announcing.patienceFor(sighting(SIDECAR), USUAL).besideQuiet())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void otherFilesAreNoSidecars() {
        FrameAnnounced log = say(announcing, "LATISS/2026-03-01/weather.txt", new Verdict.Beside(BYTES));
        assertThat(log.identity().type()).isEqualTo(FrameType.OTHER);
        assertThat(((Excluded) log.judgement()).rule()).isEqualTo("not-a-frame");
    }

    @Test
    void aFitsFileMayBeASidecarToo() throws Exception {
        Path profiles = Files.createDirectories(incoming.resolve("profiles"));
        Files.writeString(
                profiles.resolve("mine.yaml"),
                "profile: mine\nextends: generic\nunits: [T1]\nsidecars: ['(?<frame>.+)_weight\\.fits']\n");
        Path night = Files.createDirectories(incoming.resolve("T1/2026-03-01"));
        Files.write(night.resolve("a_weight.fits"), Fits.proven(1));
        Files.write(night.resolve("a.fits"), Fits.proven(2));
        Examiner examiner = new Examiner(incoming, Profiles.bundledAnd(profiles), Clock.systemUTC());
        assertThat(read(examiner, "T1/2026-03-01/a_weight.fits")).isInstanceOf(Examination.Beside.class);
        assertThat(read(examiner, "T1/2026-03-01/a.fits")).isInstanceOf(Examination.Whole.class);
    }

    private Examination read(Examiner examiner, String path) throws Exception {
        return examiner.read(FileLook.of(incoming, path)).examination();
    }
}
