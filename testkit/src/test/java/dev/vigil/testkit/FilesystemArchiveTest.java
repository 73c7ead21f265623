package dev.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveException.Problem;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.Publication;
import dev.vigil.archive.WorkingArea;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemArchiveTest extends ArchiveContract {
    private static final ArchiveKey KEY = ArchiveKey.of("raw", "a.fits");
    private static final ArchiveKey OTHER = ArchiveKey.of("raw", "b.fits");

    @TempDir
    Path folder;

    @Override
    protected WorkingArea emptyArchive() throws Exception {
        return FilesystemArchive.createWorkingArea(folder.resolve("archive"));
    }

    @Test
    void aFileLiesWhereItsKeySays() throws Exception {
        WorkingArea archive = emptyArchive();
        publish(archive, KEY, "abc");
        assertThat(archive.path(KEY)).contains(folder.resolve("archive/raw/a.fits"));
        assertThat(folder.resolve("archive/raw/a.fits")).hasContent("abc");
    }

    @Test
    void aDraftIsNamedAfterItsWorkerAndLeavesNothingBehind() throws Exception {
        WorkingArea archive = emptyArchive();
        Draft draft = draft(archive, KEY, "abc");
        try (Stream<Path> drafts = Files.list(folder.resolve("archive/.drafts"))) {
            assertThat(drafts.map(path -> path.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("worker-1-");
        }
        archive.publish(draft);
        assertThat(folder.resolve("archive/.drafts")).isEmptyDirectory();
    }

    @Test
    void anArchiveSurvivesARestart() throws Exception {
        publish(emptyArchive(), KEY, "abc");
        assertThat(FilesystemArchive.open(folder.resolve("archive")).open(KEY)).hasContent("abc");
        assertThat(emptyArchive().open(KEY)).hasContent("abc");
    }

    @Test
    void anEmptyMountPointIsNotAnArchive() throws Exception {
        assertThatThrownBy(() -> FilesystemArchive.open(folder))
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        error -> assertThat(error.problem()).isEqualTo(Problem.UNREACHABLE))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("mounted");
    }

    @Test
    void anArchiveThatWasUsedIsAwaitedAndNotMadeAnewOnItsMountPoint() throws Exception {
        publish(emptyArchive(), KEY, "abc");
        Files.move(folder.resolve("archive"), folder.resolve("elsewhere"));
        Files.createDirectory(folder.resolve("archive"));
        Archive archive = FilesystemArchive.createOrAwait(folder.resolve("archive"), true);
        assertThatThrownBy(() -> archive.draft(KEY, "worker"))
                .hasMessageContaining("mounted")
                .hasMessageContaining("touch " + folder.resolve("archive/.archive"));
        assertThat(folder.resolve("archive")).isEmptyDirectory();
        Files.delete(folder.resolve("archive"));
        Files.move(folder.resolve("elsewhere"), folder.resolve("archive"));
        assertThat(archive.open(KEY)).hasContent("abc");
        publish(archive, OTHER, "def");
        assertThat(archive.open(OTHER)).hasContent("def");
    }

    @Test
    void aNewDiskIsTakenForTheArchiveOnceItIsMarked() throws Exception {
        Archive archive = FilesystemArchive.createOrAwait(folder.resolve("archive"), true);
        Files.createDirectory(folder.resolve("archive"));
        Files.createFile(folder.resolve("archive/.archive"));
        publish(archive, KEY, "abc");
        assertThat(archive.open(KEY)).hasContent("abc");
    }

    @Test
    void anArchiveThatWasNeverUsedIsMade() throws Exception {
        Archive archive = FilesystemArchive.createOrAwait(folder.resolve("archive"), false);
        publish(archive, KEY, "abc");
        assertThat(archive.open(KEY)).hasContent("abc");
    }

    @Test
    void anArchiveThatIsUnmountedMeanwhileIsUnreachableAndNothingIsWritten() throws Exception {
        Archive archive = emptyArchive();
        Files.move(folder.resolve("archive"), folder.resolve("elsewhere"));
        Files.createDirectory(folder.resolve("archive"));
        assertThatThrownBy(() -> archive.draft(KEY, "worker"))
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        error -> assertThat(error.problem()).isEqualTo(Problem.UNREACHABLE));
        assertThat(folder.resolve("archive")).isEmptyDirectory();
    }

    @Test
    void filesThatAreNotTheArchivesAreNotListed() throws Exception {
        WorkingArea archive = emptyArchive();
        publish(archive, KEY, "abc");
        Files.writeString(folder.resolve("archive/a note.txt"), "not ours");
        Files.createDirectory(folder.resolve("archive/lost+found"));
        assertThat(archive.list("")).extracting(stored -> stored.key()).containsExactly(KEY);
    }

    @Test
    void aLinkedDraftOfAnOldFileIsNotTakenForADeadWorkers() throws Exception {
        WorkingArea archive = emptyArchive();
        Path old = Files.writeString(folder.resolve("old.fits"), "abc");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
        try (Draft draft = archive.borrow(KEY, "worker-1", old, Borrowing.LINK).orElseThrow()) {
            assertThat(archive.sweepDrafts(Instant.now().minus(Duration.ofHours(1))))
                    .isZero();
            assertThat(archive.publish(draft)).isInstanceOf(Publication.Published.class);
        }
        assertThat(archive.open(KEY)).hasContent("abc");
        assertThat(old).hasContent("abc");
    }
}
