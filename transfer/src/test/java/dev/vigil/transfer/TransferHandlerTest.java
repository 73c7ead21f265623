package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.testkit.InMemoryArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import nom.tam.fits.Fits;
import nom.tam.fits.ImageData;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferHandlerTest {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final byte[] BYTES = Tasks.noise(700_000, 1);
    private static final byte[] OTHER = Tasks.noise(700_000, 2);

    private final InMemoryArchive archive = new InMemoryArchive();
    private final InMemoryArchive working = new InMemoryArchive();
    private final HttpSource http = new HttpSource("a secret", Tasks.PATIENCE);
    private final TransferHandler handler = handler(http);

    @TempDir
    Path folder;

    @AfterEach
    void closeSource() {
        http.close();
    }

    @Test
    void aFileOnASharedDiskIsArchivedAsItIs() throws Exception {
        FrameTransferred answer = transferred(Tasks.plain(BYTES, onDisk(Tasks.PATH, BYTES)));
        assertThat(answer.archived())
                .isEqualTo(new StoredFile(
                        Area.ARCHIVE, "raw/7DT05/2026-11-19/7DT05_0001.fits", BYTES.length, Tasks.sha256(BYTES)));
        assertThat(answer.readable()).isEqualTo(answer.archived());
        assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
        assertThat(answer.task()).isEqualTo(Tasks.plain(BYTES).task());
    }

    @Test
    void aRevisionThatIsTheSameFileIsNotFetchedAgain() throws Exception {
        FrameTransferred first = transferred(Tasks.plain(BYTES, onDisk(Tasks.PATH, BYTES)));
        FrameIdentity second = Tasks.identity(FrameId.ofPath(Tasks.PATH), 2);
        FrameTransferred answer = transferred(Tasks.task(
                second, Tasks.PATH, BYTES, BYTES, folder.resolve("T/n/no").toUri()));
        assertThat(answer.archived().key()).isEqualTo("raw/7DT05/2026-11-19/7DT05_0001~r2.fits");
        assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
        assertThat(archive.open(key(first.archived()))).hasBinaryContent(BYTES);
        FrameIdentity third = Tasks.identity(FrameId.ofPath(Tasks.PATH), 3);
        FrameTransferred other = transferred(Tasks.task(third, Tasks.PATH, OTHER, OTHER, onDisk(Tasks.PATH, OTHER)));
        assertThat(archive.open(key(other.archived()))).hasBinaryContent(OTHER);
    }

    @Test
    void aFileThatIsServedIsArchivedAsItIs() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            FrameTransferred answer = transferred(Tasks.plain(BYTES, server.location()));
            assertThat(archive.digest(key(answer.archived())))
                    .isEqualTo(Tasks.sha256(BYTES).value());
        }
    }

    @Test
    void aCutTransferGoesOnWhereItWasCut() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(server.cutAfter(300_000), server.cutAfter(200_000));
            FrameTransferred answer = transferred(Tasks.plain(BYTES, server.location()));
            assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
            assertThat(server.ranges()).first().isEqualTo("all");
            assertThat(server.ranges().subList(1, server.ranges().size()))
                    .allMatch(range -> range.startsWith("bytes="));
        }
    }

    @Test
    void aServerThatFallsSilentIsAskedAgain() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES);
                HttpSource impatient = new HttpSource("a secret", SHORT)) {
            server.first(server.stallAfter(300_000));
            FrameTransferred answer = (FrameTransferred) handler(impatient)
                    .handle(Tasks.plain(BYTES, server.location()))
                    .event();
            assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
        }
    }

    @Test
    void aFileThatIsReplacedAfterACutIsNotMixedWithItsSuccessor() throws Exception {
        try (TelescopeServer server = new TelescopeServer(OTHER)) {
            server.first((exchange, content, from) -> server.cutAfter(300_000).answer(exchange, BYTES, from));
            FrameFailed answer = failed(Tasks.plain(BYTES, server.location()));
            assertThat(answer.category()).isEqualTo(FailureCategory.SOURCE_CHANGED);
        }
    }

    @Test
    void aFileThatTheProducerMayNotReadFails() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(TelescopeServer.status(403));
            FrameFailed answer = failed(Tasks.plain(BYTES, server.location()));
            assertThat(answer.category()).isEqualTo(FailureCategory.PERMISSION_DENIED);
        }
    }

    @Test
    void aServerThatKnowsNoRangesIsReadFromTheStart() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(server.cutAfter(300_000), TelescopeServer.wholeFileWhateverTheRange());
            FrameTransferred answer = transferred(Tasks.plain(BYTES, server.location()));
            assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
        }
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(TelescopeServer.status(503), TelescopeServer.status(503));
            transferred(Tasks.plain(BYTES, server.location()));
            assertThat(server.ranges()).hasSize(3);
        }
    }

    @Test
    void bytesDamagedOnTheWayAreFetchedAgain() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(TelescopeServer.instead(OTHER));
            FrameTransferred answer = transferred(Tasks.plain(BYTES, server.location()));
            assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
        }
    }

    @Test
    void bytesThatAreOthersEachTimeAreDamaged() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(TelescopeServer.instead(OTHER), TelescopeServer.instead(Tasks.noise(700_000, 3)));
            FrameFailed answer = failed(Tasks.plain(BYTES, server.location()));
            assertThat(answer.category()).isEqualTo(FailureCategory.DAMAGED);
            assertThat(archive.list("")).isEmpty();
        }
    }

    @Test
    void aBlockThatComesDamagedIsFetchedAgainAlone() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES).withSums()) {
            byte[] flipped = BYTES.clone();
            flipped[400_000] ^= 4;
            server.first(damaged(flipped), damaged(flipped));
            FrameTransferred answer = transferred(Tasks.plain(BYTES, server.location()));
            assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
            assertThat(server.ranges()).contains("bytes=" + 6 * BlockSums.BLOCK + "-");
        }
    }

    @Test
    void sumsThatComeDamagedThemselvesAreAskedForAgain() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            byte[] spoilt = server.rightSums();
            spoilt[100] ^= 1;
            byte[] flipped = BYTES.clone();
            flipped[10] ^= 4;
            server.withSums(spoilt, spoilt).first(damaged(flipped), damaged(flipped));
            FrameTransferred answer = transferred(Tasks.plain(BYTES, server.location()));
            assertThat(archive.open(key(answer.archived()))).hasBinaryContent(BYTES);
        }
    }

    @Test
    void aFileThatChangedIsSaidToHaveChangedWithSumsToo() throws Exception {
        try (TelescopeServer server = new TelescopeServer(OTHER).withSums()) {
            assertThat(failed(Tasks.plain(BYTES, server.location())).category())
                    .isEqualTo(FailureCategory.SOURCE_CHANGED);
        }
    }

    /** As the line would: under the tag of the right content. */
    private static TelescopeServer.Behaviour damaged(byte[] flipped) {
        return (exchange, content, from) -> TelescopeServer.whole(exchange, content, flipped, from);
    }

    @Test
    void aFileWithOtherContentThanAnnouncedHasChanged() throws Exception {
        FrameFailed answer = failed(Tasks.plain(BYTES, onDisk(Tasks.PATH, OTHER)));
        assertThat(answer.category()).isEqualTo(FailureCategory.SOURCE_CHANGED);
        assertThat(answer.stage()).isEqualTo(Stage.TRANSFER);
        assertThat(answer.reason()).contains(Tasks.PATH);
        assertThat(answer.of()).isEqualTo(3);
        assertThat(archive.list("")).isEmpty();
    }

    @Test
    void aFileThatHasBecomeShorterOrLongerHasChanged() throws Exception {
        assertThat(failed(Tasks.plain(BYTES, onDisk(Tasks.PATH, Tasks.noise(1000, 1))))
                        .category())
                .isEqualTo(FailureCategory.SOURCE_CHANGED);
        assertThat(failed(Tasks.plain(BYTES, onDisk(Tasks.PATH, Tasks.noise(2_000_000, 1))))
                        .category())
                .isEqualTo(FailureCategory.SOURCE_CHANGED);
    }

    @Test
    void aVanishedFileFailsWhileItsUnitIsThere() throws Exception {
        onDisk("7DT05/2026-11-18/another.fits", BYTES);
        FrameFailed answer =
                failed(Tasks.plain(BYTES, folder.resolve(Tasks.PATH).toUri()));
        assertThat(answer.category()).isEqualTo(FailureCategory.SOURCE_MISSING);
        assertThat(answer.reason()).contains("7DT05_0001.fits");
        assertThat(answer.remedy()).isNotBlank();
    }

    @Test
    void aDiskThatIsNotMountedIsWaitedFor() throws Exception {
        FrameWaiting answer =
                waiting(Tasks.plain(BYTES, folder.resolve(Tasks.PATH).toUri()));
        assertThat(answer.awaited()).isEqualTo(Awaited.SOURCE);
        assertThat(answer.over()).isFalse();
    }

    @Test
    void aFileThatIsNoLongerServedIsMissing() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            server.first(TelescopeServer.status(404));
            FrameFailed answer = failed(Tasks.plain(BYTES, server.location()));
            assertThat(answer.category()).isEqualTo(FailureCategory.SOURCE_MISSING);
        }
    }

    @Test
    void aServerThatIsDownIsWaitedFor() throws Exception {
        TelescopeServer server = new TelescopeServer(BYTES);
        server.close();
        FrameWaiting answer = waiting(Tasks.plain(BYTES, server.location()));
        assertThat(answer.what()).isEqualTo("http://" + server.location().getAuthority());
        assertThat(answer.state()).contains("cannot be reached");
    }

    @Test
    void aRefusedTokenIsWaitedForAndSaysWhichSettingItIs() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES);
                HttpSource wrong = new HttpSource("a guess", Tasks.PATIENCE)) {
            FrameWaiting answer = (FrameWaiting)
                    handler(wrong).handle(Tasks.plain(BYTES, server.location())).event();
            assertThat(answer.state()).contains("401").contains("transfer.token");
        }
    }

    @Test
    void whatIsNotOnThisDiskIsFetchedFromTheServer() throws Exception {
        try (TelescopeServer server = new TelescopeServer(BYTES)) {
            URI elsewhere = folder.resolve("not mounted").resolve(Tasks.PATH).toUri();
            transferred(Tasks.plain(BYTES, elsewhere, server.location()));
        }
    }

    @Test
    void aTaskThatComesAgainIsAnsweredWithoutFetching() throws Exception {
        TransferTask task = Tasks.plain(BYTES, onDisk(Tasks.PATH, BYTES));
        FrameTransferred first = transferred(task);
        Files.delete(folder.resolve(Tasks.PATH));
        assertThat(transferred(task).archived()).isEqualTo(first.archived());
    }

    @Test
    void otherContentUnderTheSameNameStandsBesideTheFirst() throws Exception {
        FrameTransferred first = transferred(Tasks.plain(BYTES, onDisk(Tasks.PATH, BYTES)));
        TransferTask again = Tasks.plain(OTHER, onDisk(Tasks.PATH, OTHER));
        FrameTransferred second = transferred(again);
        assertThat(second.archived().key()).isNotEqualTo(first.archived().key());
        assertThat(archive.open(key(first.archived()))).hasBinaryContent(BYTES);
        assertThat(archive.open(key(second.archived()))).hasBinaryContent(OTHER);
        assertThat(transferred(again).archived()).isEqualTo(second.archived());
    }

    @Test
    void ifAnotherWorkerWasFasterItsFileIsAdopted() throws Exception {
        TransferTask task = Tasks.plain(BYTES, onDisk(Tasks.PATH, BYTES));
        Shelf shelf = new Shelf(Area.ARCHIVE, archive, "slow");
        StoredFile placed = shelf.place(Names.archived(task), task.file().source(), drafts -> {
            Draft mine = new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, SHORT, Tasks.UNHURRIED)
                    .fetch(task, drafts, new Journal());
            transferred(task);
            return mine;
        });
        assertThat(placed.key()).isEqualTo("raw/7DT05/2026-11-19/7DT05_0001.fits");
        assertThat(archive.list("")).hasSize(1);
    }

    @Test
    void aGzippedFileStaysGzippedInTheArchiveAndIsPlainInTheWorkingArea() throws Exception {
        byte[] plain = fits();
        byte[] packed = gzipped(plain);
        String path = "7DT05/2026-11-19/a.fits.gz";
        FrameTransferred answer = transferred(Tasks.task(path, packed, plain, onDisk(path, packed)));
        assertThat(archive.open(key(answer.archived()))).hasBinaryContent(packed);
        assertThat(answer.readable())
                .isEqualTo(
                        new StoredFile(Area.WORKING, "raw/7DT05/2026-11-19/a.fits", plain.length, Tasks.sha256(plain)));
        assertThat(working.open(key(answer.readable()))).hasBinaryContent(plain);
    }

    @Test
    void aTileCompressedFileIsPlainInTheWorkingArea() throws Exception {
        Path packed = folder.resolve("packed");
        tileCompressed(packed);
        byte[] bytes = Files.readAllBytes(packed);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        dev.vigil.imaging.Unpack.toPlain(packed, plain);
        String path = "7DT05/2026-11-19/a.fits.fz";
        FrameTransferred answer = transferred(Tasks.task(path, bytes, plain.toByteArray(), onDisk(path, bytes)));
        assertThat(answer.archived().key()).endsWith("/a.fits.fz");
        assertThat(answer.readable().key()).endsWith("/a.fits");
        assertThat(working.open(key(answer.readable()))).hasBinaryContent(plain.toByteArray());
    }

    @Test
    void aFileThatUncompressesToSomethingElseIsDamaged() throws Exception {
        byte[] packed = gzipped(fits());
        String path = "7DT05/2026-11-19/a.fits.gz";
        FrameFailed answer = failed(Tasks.task(path, packed, OTHER, onDisk(path, packed)));
        assertThat(answer.category()).isEqualTo(FailureCategory.DAMAGED);
        assertThat(answer.reason()).contains("uncompressed").contains(path);
        assertThat(working.list("")).isEmpty();
    }

    @Test
    void aNameWithANewlineIsArchivedToo() throws Exception {
        String path = "7DT05/2026-11-19/my frame\n.fits";
        FrameTransferred answer = transferred(Tasks.task(path, BYTES, BYTES, onDisk(path, BYTES)));
        assertThat(answer.archived().key()).isEqualTo("raw/7DT05/2026-11-19/my%20frame%0A.fits");
        assertThat(answer.identity().frame()).isEqualTo(FrameId.ofPath(path));
    }

    @Test
    void anEmptyFileIsArchivedToo() throws Exception {
        byte[] nothing = {};
        FrameTransferred answer = transferred(Tasks.plain(nothing, onDisk(Tasks.PATH, nothing)));
        assertThat(answer.archived().size()).isZero();
    }

    private TransferHandler handler(HttpSource source) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T03:20:00Z"), java.time.ZoneOffset.UTC);
        return new TransferHandler(
                new Answers("worker", clock),
                new Fetcher(source, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(5), Tasks.UNHURRIED),
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, "worker"),
                new Shelf(Area.WORKING, working, "worker"));
    }

    private FrameTransferred transferred(TransferTask task) {
        return (FrameTransferred) answer(task);
    }

    private FrameFailed failed(TransferTask task) {
        return (FrameFailed) answer(task);
    }

    private FrameWaiting waiting(TransferTask task) {
        return (FrameWaiting) answer(task);
    }

    private Object answer(TransferTask task) {
        try {
            return handler.handle(task).event();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("a working archive and nobody who interrupts", e);
        }
    }

    private URI onDisk(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return file.toUri();
    }

    private static ArchiveKey key(StoredFile file) {
        return new ArchiveKey(file.key());
    }

    private static byte[] fits() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Fits fits = new Fits()) {
            fits.addHDU(ImageData.from(pixels()).toHDU());
            fits.write(new nom.tam.util.FitsOutputStream(out));
        }
        return out.toByteArray();
    }

    private static void tileCompressed(Path file) throws Exception {
        ImageHDU image = ImageData.from(pixels()).toHDU();
        CompressedImageHDU compressed = CompressedImageHDU.fromImageHDU(image, 64, 1);
        compressed.setCompressAlgorithm("RICE_1");
        compressed.compress();
        try (Fits fits = new Fits()) {
            fits.addHDU(compressed);
            fits.write(file.toFile());
        }
    }

    private static short[][] pixels() {
        short[][] pixels = new short[64][64];
        for (int i = 0; i < 64 * 64; i++) {
            pixels[i / 64][i % 64] = (short) (i % 97);
        }
        return pixels;
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
