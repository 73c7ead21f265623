package dev.vigil.producer.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.PerUnit;
import dev.vigil.imaging.Digests;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the unit T1, whose folder is called T-1. */
class ReleasesTest {
    private static final Instant NOW = Instant.parse("2099-01-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));

    @TempDir
    Path root;

    private final KnownPaths known = new KnownPaths();
    private final Queue<FrameReleased> told = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<RequestAnswered> answers = new LinkedBlockingQueue<>();
    private Optional<String> away = Optional.empty();
    private Path file;
    private FileToRelease asked;

    @BeforeEach
    void aFileInAFolderOfAnotherName() throws Exception {
        file = root.resolve("T-1/2026-10-10/a.fits");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "what the camera wrote");
        Sighting now = FileLook.of(root, "T-1/2026-10-10/a.fits");
        String source = Digests.sha256(file);
        known.put(new Known(
                FrameId.ofPath(now.path()),
                1,
                now.size(),
                now.modified(),
                new Known.IsTaken(source, "", Optional.empty())));
        FrameIdentity identity = new FrameIdentity(
                FrameId.ofPath("T1/2026-10-10/a.fits"),
                1,
                "T1",
                Optional.empty(),
                NightSource.FOLDER,
                "exposure",
                FrameType.SCIENCE,
                Level.REDUCED,
                0);
        asked = new FileToRelease(identity, now.size(), new Sha256(source), "raw/T1/a.fits", LONG_AGO, NOW);
    }

    @Test
    void theFileIsDeletedAndToldOfAsTheUnitsFrame() throws Exception {
        RequestAnswered answer = answer(new PerUnit<>(Duration.ZERO, Map.of("T1", Duration.ofDays(30))), "T1");
        assertThat(answer.accepted()).as(answer.answer()).isTrue();
        assertThat(file).doesNotExist();
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.identity()).isEqualTo(asked.identity());
            assertThat(event.path()).isEqualTo("T-1/2026-10-10/a.fits");
        });
    }

    @Test
    void aUnitWhoseFilesAreNeverDeletedKeepsThemWhateverItsFolderIsCalled() throws Exception {
        RequestAnswered answer = answer(new PerUnit<>(Duration.ofDays(30), Map.of("T1", Duration.ZERO)), "T1");
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.answer()).contains("producer.release-after");
        assertThat(file).exists();
        assertThat(told).isEmpty();
    }

    @Test
    void aDiskThatIsAwayIsNotTouched() throws Exception {
        away = Optional.of("T-1 is empty; mount its disk");
        RequestAnswered answer = answer(new PerUnit<>(Duration.ofDays(30), Map.of()), "T1");
        assertThat(answer.answer()).contains("mount its disk");
        assertThat(file).exists();
    }

    @Test
    void whatIsAskedBeforeTheUnitIsThereIsDoneWhenItIs() throws Exception {
        try (Releases releases = releases(new PerUnit<>(Duration.ofDays(30), Map.of()))) {
            releases.asked(request("T1"));
            assertThat(file).exists();
            releases.found("T1", "T-1");
            assertThat(answers.poll(30, TimeUnit.SECONDS).accepted()).isTrue();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aFileOfAnotherUnitThanTheRequestsIsKept() throws Exception {
        RequestAnswered answer = answer(new PerUnit<>(Duration.ofDays(30), Map.of()), "T2");
        assertThat(answer.answer()).contains("not of this unit");
        assertThat(file).exists();
    }

    @Test
    void aReasonThatKeepsManyFilesIsToldOnceWithTheirNumber() throws Exception {
        try (Releases releases = releases(new PerUnit<>(Duration.ZERO, Map.of()))) {
            releases.found("T1", "T-1");
            releases.asked(
                    new Request("1", "T1", NOW, "me", "room", new ReleaseFiles(List.of(asked, asked, asked), false)));
            assertThat(answers.poll(30, TimeUnit.SECONDS).answer().lines())
                    .containsExactly(
                            "released 0 of 3 files",
                            "  kept 3 files, T1/2026-10-10/a.fits the first: the producer may not delete files of this"
                                    + " unit: producer.release-after is not set for it, or other software moves them"
                                    + " (monitor.copies)");
        }
    }

    private RequestAnswered answer(PerUnit<Duration> after, String unit) throws Exception {
        try (Releases releases = releases(after)) {
            releases.found(unit, "T-1");
            releases.asked(request(unit));
            return answers.poll(30, TimeUnit.SECONDS);
        }
    }

    private Releases releases(PerUnit<Duration> after) {
        return new Releases(new Releases.Setup(
                root,
                after,
                (folder, type) -> Optional.empty(),
                known,
                unit -> away,
                told::add,
                answers::add,
                Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private Request request(String unit) {
        return new Request("r", unit, NOW, "a test", "room", new ReleaseFiles(List.of(asked), false));
    }
}
