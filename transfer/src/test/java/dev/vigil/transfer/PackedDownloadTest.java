package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.testkit.InMemoryArchive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is offered packed, and as it is. */
class PackedDownloadTest {
    private final InMemoryArchive archive = new InMemoryArchive();
    private final InMemoryArchive working = new InMemoryArchive();
    private final HttpSource http = new HttpSource("a secret", Tasks.PATIENCE);

    @TempDir
    Path folder;

    private byte[] plain;
    private byte[] packed;
    private TelescopeServer far;
    private TelescopeServer asItIs;

    @BeforeEach
    void aFrameInBothForms() throws Exception {
        Path file = folder.resolve("plain.fits");
        try (Fits fits = new Fits()) {
            fits.addHDU(Fits.makeHDU(noise()));
            fits.write(file.toFile());
        }
        assertThat(TileCompression.pack(file, folder.resolve("packed.fits"))).isInstanceOf(Packing.Packed.class);
        plain = Files.readAllBytes(file);
        packed = Files.readAllBytes(folder.resolve("packed.fits"));
        far = new TelescopeServer(packed);
        asItIs = new TelescopeServer(plain);
    }

    @AfterEach
    void close() {
        far.close();
        asItIs.close();
        http.close();
    }

    private static short[][] noise() {
        short[][] pixels = new short[300][400];
        Random random = new Random(5);
        for (short[] row : pixels) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (short) (1000 + random.nextInt(40));
            }
        }
        return pixels;
    }

    private Object answer() throws Exception {
        return answer(offered(far, "rice"), asItIs.location());
    }

    private Object answer(URI... locations) throws Exception {
        TransferHandler handler = new TransferHandler(
                new Answers("worker-1", Clock.systemUTC()),
                new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), Tasks.UNHURRIED),
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, "worker-1"),
                new Shelf(Area.WORKING, working, "worker-1"));
        return handler.handle(Tasks.plain(plain, locations)).event();
    }

    private void assertArchivedAsItWasWritten() throws Exception {
        FrameTransferred transferred = (FrameTransferred) answer();
        assertThat(transferred.archived().digest()).isEqualTo(Tasks.sha256(plain));
        assertThat(archive.open(new ArchiveKey(transferred.archived().key()))).hasBinaryContent(plain);
    }

    @Test
    void whatComesPackedIsArchivedAsItWasWritten() throws Exception {
        assertArchivedAsItWasWritten();
        assertThat(far.ranges()).containsExactly("all");
        assertThat(asItIs.ranges()).isEmpty();
    }

    @Test
    void aPackedFileThatIsCutGoesOnWhereItWasCut() throws Exception {
        far.first(far.cutAfter(packed.length / 3), far.cutAfter(packed.length / 3));
        assertArchivedAsItWasWritten();
        assertThat(far.ranges()).hasSizeGreaterThan(1).last().asString().startsWith("bytes=");
        assertThat(asItIs.ranges()).isEmpty();
    }

    @Test
    void whatTheProducerDoesNotPackIsFetchedAsItIs() throws Exception {
        far.first(TelescopeServer.status(406));
        assertArchivedAsItWasWritten();
        assertThat(asItIs.ranges()).containsExactly("all");
    }

    @Test
    void everyFlippedBitOfAPackedFileIsFoundAndTheFileFetchedAsItIs() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = packed.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            far.first(TelescopeServer.instead(damaged));
            FrameTransferred transferred = (FrameTransferred) answer();
            assertThat(transferred.archived().digest()).isEqualTo(Tasks.sha256(plain));
            archive.remove(new ArchiveKey(transferred.archived().key()));
        }
    }

    @Test
    void whatComesInZstdIsArchivedAsItWasWritten() throws Exception {
        byte[] zstd = Zstd.compress(plain);
        try (TelescopeServer server = new TelescopeServer(zstd)) {
            server.first(server.cutAfter(zstd.length / 2));
            FrameTransferred transferred = (FrameTransferred) answer(offered(server, "zstd"), asItIs.location());
            assertThat(archive.open(new ArchiveKey(transferred.archived().key())))
                    .hasBinaryContent(plain);
            assertThat(transferred.from())
                    .singleElement()
                    .satisfies(from -> assertThat(from.bytes()).isEqualTo(zstd.length));
            assertThat(asItIs.ranges()).isEmpty();
        }
    }

    @Test
    void everyFlippedBitOfAFileInZstdIsFoundAndTheFileFetchedAsItIs() throws Exception {
        byte[] zstd = Zstd.compress(plain);
        Random random = new Random(8);
        try (TelescopeServer server = new TelescopeServer(zstd)) {
            for (int i = 0; i < 60; i++) {
                byte[] damaged = zstd.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                server.first(TelescopeServer.instead(damaged));
                FrameTransferred transferred = (FrameTransferred) answer(offered(server, "zstd"), asItIs.location());
                assertThat(transferred.archived().digest()).isEqualTo(Tasks.sha256(plain));
                archive.remove(new ArchiveKey(transferred.archived().key()));
            }
        }
    }

    @Test
    void whatUnpacksToMoreThanWasAnnouncedIsNotUnpackedToItsEnd() throws Exception {
        byte[] bomb = Zstd.compress(new byte[50_000_000]);
        try (TelescopeServer server = new TelescopeServer(bomb)) {
            FrameTransferred transferred = (FrameTransferred) answer(offered(server, "zstd"), asItIs.location());
            assertThat(transferred.archived().digest()).isEqualTo(Tasks.sha256(plain));
            assertThat(transferred.from().get(0).trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("more than the " + plain.length));
        }
    }

    @Test
    void aFormThatOnlyANewerVersionKnowsIsNotAskedFor() throws Exception {
        FrameTransferred transferred = (FrameTransferred) answer(offered(far, "something"), asItIs.location());
        assertThat(transferred.archived().digest()).isEqualTo(Tasks.sha256(plain));
        assertThat(far.ranges()).isEmpty();
    }

    private static URI offered(TelescopeServer server, String form) {
        return URI.create(server.location() + "?packed=" + form);
    }

    @Test
    void aTelescopeThatIsAwayIsWaitedForAndNotBlamedOnTheFile() throws Exception {
        far.close();
        asItIs.close();
        assertThat(answer()).isInstanceOf(FrameWaiting.class);
    }
}
