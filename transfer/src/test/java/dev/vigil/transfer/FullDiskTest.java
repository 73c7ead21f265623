package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are really full, where this machine lets us mount one; elsewhere it is skipped. */
class FullDiskTest {
    private static final byte[] BYTES = Tasks.noise(2_000_000, 1);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final HttpSource http = new HttpSource("", Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private Path small;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()), "nothing can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        http.close();
        done("umount", small.toString());
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void aFullArchiveSaysWhichDiskItIsAndWhatIsLeftAndTakesTheFileOnceThereIsRoom() throws Exception {
        PatientHandler handler = handler(small, folder.resolve("working"));
        TransferTask task = Tasks.plain(BYTES, written(Tasks.PATH, BYTES).toUri());
        FrameFailed failed = (FrameFailed) handler.handle(task).event();
        assertThat(failed.category()).isEqualTo(FailureCategory.DISK_FULL);
        assertThat(failed.reason())
                .startsWith(Tasks.PATH + ": finds no room in " + small + ": it has 2.0 MB, and 1.0 MB are left there")
                .contains("No space left on device");
        assertThat(failed.remedy()).contains("make room there").contains("vigil retry");
        assertThat(small.resolve(".drafts")).isEmptyDirectory();
        done("mount", "-o", "remount,size=8m", small.toString());
        assertThat(handler.handle(task).event()).isInstanceOf(FrameTransferred.class);
    }

    @Test
    void aFullWorkingAreaIsNamedToo() throws Exception {
        PatientHandler handler = handler(folder.resolve("archive"), small);
        byte[] packed = gzipped(BYTES);
        TransferTask task = Tasks.task(
                Tasks.PATH + ".gz",
                packed,
                BYTES,
                written(Tasks.PATH + ".gz", packed).toUri());
        FrameFailed failed = (FrameFailed) handler.handle(task).event();
        assertThat(failed.category()).isEqualTo(FailureCategory.DISK_FULL);
        assertThat(failed.reason()).contains("no room in " + small);
    }

    @Test
    void aDiskThatMayOnlyBeReadIsNoFullOne() throws Exception {
        PatientHandler handler = handler(small, folder.resolve("working"));
        done("mount", "-o", "remount,ro", small.toString());
        TransferTask task = Tasks.plain(BYTES, written(Tasks.PATH, BYTES).toUri());
        FrameFailed failed = (FrameFailed) handler.handle(task).event();
        assertThat(failed.category()).isEqualTo(FailureCategory.NOT_WRITABLE);
        assertThat(failed.reason()).contains("cannot be written in " + small).contains("Read-only file system");
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
