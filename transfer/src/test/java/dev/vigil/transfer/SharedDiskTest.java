package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedDiskTest {
    private static final byte[] BYTES = Tasks.noise(700_000, 1);
    private static final byte[] OTHER = Tasks.noise(700_000, 2);

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void makeArchive() throws Exception {
        archive = FilesystemArchive.create(folder.resolve("archive"));
    }

    @Test
    void aFileIsCopiedUnlessAnotherWayIsSet() throws Exception {
        TransferTask task = onDisk(folder, BYTES);
        assertThat(inode(archived(task, Map.of()))).isNotEqualTo(inode(incoming(folder)));
    }

    @Test
    void aLinkedFileIsOneFileWithTwoNames() throws Exception {
        TransferTask task = onDisk(folder, BYTES);
        Path archived = archived(task, Map.of("transfer.shared", "link"));
        assertThat(inode(archived)).isEqualTo(inode(incoming(folder)));
        assertThat(Files.getAttribute(archived, "unix:nlink")).isEqualTo(2);
    }

    @Test
    void aUnitMayHaveAWayOfItsOwn() throws Exception {
        TransferTask task = onDisk(folder, BYTES);
        Map<String, String> settings = Map.of("transfer.shared", "link", "transfer.units.7DT05.shared", "copy");
        assertThat(inode(archived(task, settings))).isNotEqualTo(inode(incoming(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "reflink"})
    void whatIsWrittenIntoTheCamerasFileLaterDoesNotReachTheArchive(String way) throws Exception {
        TransferTask task = onDisk(folder, BYTES);
        Path archived = archived(task, Map.of("transfer.shared", way));
        Files.write(incoming(folder), OTHER, StandardOpenOption.WRITE);
        assertThat(archived).hasBinaryContent(BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "link", "reflink"})
    void aFileWithOtherBytesThanAnnouncedIsNotArchived(String way) throws Exception {
        TransferTask task = onDisk(folder, BYTES);
        Files.write(incoming(folder), OTHER);
        FrameFailed failed = (FrameFailed) answer(task, Map.of("transfer.shared", way));
        assertThat(failed.category()).isEqualTo(FailureCategory.SOURCE_CHANGED);
        assertThat(archive.list("")).isEmpty();
        assertThat(folder.resolve("archive/.drafts")).satisfies(SharedDiskTest::holdsNoDraft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "reflink"})
    void aFileThatIsNotThereIsAnsweredAsForACopy(String way) throws Exception {
        TransferTask task = onDisk(folder, BYTES);
        Files.delete(incoming(folder));
        FrameFailed failed = (FrameFailed) answer(task, Map.of("transfer.shared", way));
        assertThat(failed.category()).isEqualTo(FailureCategory.SOURCE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "reflink"})
    void aFileOnAnotherDiskIsCopied(String way) throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "there is no second file system here");
        Path other = Files.createTempDirectory(memory, "vigil-shared");
        try {
            TransferTask task = onDisk(other, BYTES);
            assertThat(archived(task, Map.of("transfer.shared", way))).hasBinaryContent(BYTES);
            Files.delete(incoming(other));
        } finally {
            delete(other);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void holdsNoDraft(Path drafts) throws IOException {
        try (Stream<Path> all = Files.list(drafts)) {
            assertThat(all.filter(path -> !path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    private Path archived(TransferTask task, Map<String, String> settings) throws Exception {
        FrameTransferred answer = (FrameTransferred) answer(task, settings);
        assertThat(answer.archived().digest()).isEqualTo(Tasks.sha256(BYTES));
        Path archived = archive.path(new ArchiveKey(answer.archived().key())).orElseThrow();
        assertThat(archived).hasBinaryContent(BYTES);
        return archived;
    }

    private Object answer(TransferTask task, Map<String, String> settings) throws Exception {
        SharedDisk shared = Config.of(settings).read(SharedDisk::from);
        try (HttpSource http = new HttpSource("", Tasks.PATIENCE)) {
            return new TransferHandler(
                            new Answers("worker", Clock.systemUTC()),
                            new Fetcher(http, Tasks.noSftp(), shared, Duration.ofMillis(1), Tasks.UNHURRIED),
                            new Unpacker(archive),
                            new Shelf(Area.ARCHIVE, archive, "worker"),
                            new Shelf(Area.WORKING, archive, "worker"))
                    .handle(task)
                    .event();
        }
    }

    private static TransferTask onDisk(Path root, byte[] bytes) throws IOException {
        Path file = incoming(root);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return Tasks.plain(bytes, file.toUri());
    }

    private static Path incoming(Path root) {
        return root.resolve("incoming").resolve(Tasks.PATH);
    }

    private static Object inode(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
