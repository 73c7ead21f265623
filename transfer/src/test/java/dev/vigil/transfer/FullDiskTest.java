package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.SmallDisk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are really full, where this machine lets us mount one; elsewhere it is skipped. */
class FullDiskTest {
    private static final byte[] BYTES = Tasks.noise(2_000_000, 1);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final HttpSource http = new HttpSource("", Tasks.PATIENCE);

    @TempDir
    Path folder;

    @AfterEach
    void closeSource() {
        http.close();
    }

    private SmallDisk smallDisk() throws Exception {
        return SmallDisk.mountedOn(folder.resolve("small"), 1000);
    }

    @Test
    void aFullArchiveSaysWhichDiskItIsAndWhatIsLeftAndTakesTheFileOnceThereIsRoom() throws Exception {
        try (SmallDisk small = smallDisk()) {
            PatientHandler handler = handler(small.folder(), folder.resolve("working"));
            TransferTask task = Tasks.plain(BYTES, written(Tasks.PATH, BYTES).toUri());
            FrameFailed failed = (FrameFailed) handler.handle(task).event();
            String obstacle =
                    "there is no room in " + small.folder() + ", where 1.0 MB are left (No space left on device)";
            assertThat(failed.category()).isEqualTo(FailureCategory.DISK_FULL);
            assertThat(failed.reason()).isEqualTo(Tasks.PATH + ": " + obstacle + "; this file has 2.0 MB");
            assertThat(failed.obstacle()).contains(obstacle);
            assertThat(failed.remedy()).contains("make room there").contains("vigil retry");
            assertThat(small.folder().resolve(".drafts")).isEmptyDirectory();
            small.resize(8000);
            assertThat(handler.handle(task).event()).isInstanceOf(FrameTransferred.class);
        }
    }

    @Test
    void aFullWorkingAreaIsNamedToo() throws Exception {
        try (SmallDisk small = smallDisk()) {
            PatientHandler handler = handler(folder.resolve("archive"), small.folder());
            byte[] packed = gzipped(BYTES);
            TransferTask task = Tasks.task(
                    Tasks.PATH + ".gz",
                    packed,
                    BYTES,
                    written(Tasks.PATH + ".gz", packed).toUri());
            FrameFailed failed = (FrameFailed) handler.handle(task).event();
            assertThat(failed.category()).isEqualTo(FailureCategory.DISK_FULL);
            assertThat(failed.reason()).contains("no room in " + small.folder());
        }
    }

    @Test
    void aDiskThatMayOnlyBeReadIsNoFullOne() throws Exception {
        try (SmallDisk small = smallDisk()) {
            PatientHandler handler = handler(small.folder(), folder.resolve("working"));
            small.makeReadOnly();
            TransferTask task = Tasks.plain(BYTES, written(Tasks.PATH, BYTES).toUri());
            FrameFailed failed = (FrameFailed) handler.handle(task).event();
            assertThat(failed.category()).isEqualTo(FailureCategory.NOT_WRITABLE);
            assertThat(failed.reason())
                    .isEqualTo(Tasks.PATH + ": " + small.folder() + " may not be written to (Read-only file system)");
        }
    }

    private Path written(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve("incoming").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private PatientHandler handler(Path archiveFolder, Path workingFolder) throws IOException {
        Archive archive = FilesystemArchive.create(archiveFolder);
        TransferHandler handler = new TransferHandler(
                new Answers("worker", Clock.systemUTC()),
                new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, SHORT, Tasks.UNHURRIED),
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, "worker"),
                new Shelf(Area.WORKING, FilesystemArchive.createWorkingArea(workingFolder), "worker"));
        return new PatientHandler(handler, new AnswerBook(new SimpleMeterRegistry()), new StopSignal(), SHORT);
    }
}
