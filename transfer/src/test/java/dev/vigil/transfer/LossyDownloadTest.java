package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Loss;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.testkit.InMemoryArchive;
import java.io.IOException;
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

class LossyDownloadTest {
    private static final int STEPS = 4;

    private final InMemoryArchive archive = new InMemoryArchive();
    private final InMemoryArchive working = new InMemoryArchive();
    private final HttpSource http = new HttpSource("a secret", Tasks.PATIENCE);

    @TempDir
    Path folder;

    private byte[] plain;
    private byte[] lossy;
    private TelescopeServer far;
    private TelescopeServer asItIs;

    @BeforeEach
    void aFrameInBothForms() throws Exception {
        plain = frame(5);
        lossy = withLoss(plain);
        far = new TelescopeServer(lossy).saying(Tasks.sha256(lossy).value());
        asItIs = new TelescopeServer(plain);
    }

    @AfterEach
    void close() {
        far.close();
        asItIs.close();
        http.close();
    }

    private byte[] frame(long seed) throws Exception {
        int[][] pixels = new int[200][300];
        Random random = new Random(seed);
        for (int[] row : pixels) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (int) (1000 + 40 * random.nextGaussian());
            }
        }
        Path file = folder.resolve("plain" + seed + ".fits");
        try (Fits fits = new Fits()) {
            fits.addHDU(Fits.makeHDU(pixels));
            fits.write(file.toFile());
        }
        return Files.readAllBytes(file);
    }

    private byte[] withLoss(byte[] exact) throws IOException {
        Path file = Files.write(folder.resolve("exact.fits"), exact);
        Path packed = folder.resolve("lossy.fits.fz");
        Files.deleteIfExists(packed);
        assertThat(TileCompression.packWithLoss(
                        file, packed, new Loss(STEPS, Tasks.sha256(exact).value())))
                .isInstanceOf(Packing.Packed.class);
        return Files.readAllBytes(packed);
    }

    private Object answer() throws Exception {
        TransferHandler handler = new TransferHandler(
                new Answers("worker-1", Clock.systemUTC()),
                new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(1), Tasks.UNHURRIED),
                new Unpacker(archive),
                new Shelf(Area.ARCHIVE, archive, "worker-1"),
                new Shelf(Area.WORKING, working, "worker-1"));
        URI offered = URI.create(far.location() + "?packed=lossy-" + STEPS);
        return handler.handle(Tasks.plain(plain, offered, asItIs.location())).event();
    }

    private FrameTransferred transferred() throws Exception {
        return (FrameTransferred) answer();
    }

    private static byte[] content(InMemoryArchive of, StoredFile file) throws IOException {
        return of.open(new ArchiveKey(file.key())).readAllBytes();
    }

    private void assertKeptExactly(FrameTransferred event) throws IOException {
        assertThat(event.loss()).isEmpty();
        assertThat(event.archived().digest()).isEqualTo(Tasks.sha256(plain));
        assertThat(content(archive, event.archived())).isEqualTo(plain);
    }

    @Test
    void whatIsOfferedWithLossIsKeptSoAndSaysSoEverywhere() throws Exception {
        FrameTransferred event = transferred();
        assertThat(event.loss()).contains(new KeptWithLoss(STEPS, Tasks.sha256(plain)));
        assertThat(event.archived().key()).endsWith("7DT05_0001~lossy.fits.fz");
        assertThat(event.archived().digest()).isEqualTo(Tasks.sha256(lossy));
        assertThat(content(archive, event.archived())).isEqualTo(lossy);
        assertThat(event.readable().key()).endsWith("7DT05_0001~lossy.fits");
        Path readable = Files.write(folder.resolve("readable.fits"), content(working, event.readable()));
        assertThat(Loss.of(FitsFile.read(readable)))
                .contains(new Loss(STEPS, Tasks.sha256(plain).value()));
        assertThat(asItIs.ranges()).isEmpty();
    }

    @Test
    void aTaskThatComesAgainFindsWhatItDidBefore() throws Exception {
        FrameTransferred first = transferred();
        FrameTransferred again = transferred();
        assertThat(again.archived()).isEqualTo(first.archived());
        assertThat(again.readable()).isEqualTo(first.readable());
        assertThat(far.ranges()).hasSize(1);
    }

    @Test
    void aCutGoesOnWhereItWas() throws Exception {
        far.first(far.cutAfter(lossy.length / 3));
        assertThat(transferred().loss()).isPresent();
        assertThat(far.ranges()).hasSizeGreaterThan(1).last().asString().startsWith("bytes=");
    }

    @Test
    void whereALossIsNotWorthItTheExactFileIsKept() throws Exception {
        try (TelescopeServer refusing = new TelescopeServer(lossy)) {
            far.close();
            far = refusing;
            FrameTransferred event = transferred();
            assertKeptExactly(event);
            assertThat(event.from().get(0).trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("406"));
        }
    }

    @Test
    void everyFlippedBitIsFound() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = lossy.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            far.first(TelescopeServer.instead(damaged));
            FrameTransferred event = transferred();
            assertThat(content(archive, event.archived())).isEqualTo(lossy);
            archive.remove(new ArchiveKey(event.archived().key()));
        }
    }

    @Test
    void whatComesDamagedEachTimeIsFetchedExactly() throws Exception {
        byte[] damaged = lossy.clone();
        damaged[damaged.length / 2] ^= 1;
        far.always(TelescopeServer.instead(damaged));
        assertKeptExactly(transferred());
    }

    @Test
    void whatSaysThatItIsMadeOfAnotherFileIsNotTaken() throws Exception {
        byte[] other = withLoss(frame(6));
        far.always(TelescopeServer.instead(other)).saying(Tasks.sha256(other).value());
        assertKeptExactly(transferred());
    }

    @Test
    void theExactFileWhereItIsAlreadyIsNotFetchedWorse() throws Exception {
        TelescopeServer offering = far;
        try (TelescopeServer refusing = new TelescopeServer(lossy)) {
            far = refusing;
            assertKeptExactly(transferred());
        }
        far = offering;
        assertKeptExactly(transferred());
        assertThat(far.ranges()).isEmpty();
    }

    @Test
    void aTelescopeThatIsAwayIsWaitedFor() throws Exception {
        far.close();
        asItIs.close();
        assertThat(answer()).isInstanceOf(FrameWaiting.class);
    }
}
