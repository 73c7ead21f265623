package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.vigil.imaging.pictures.Preview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsFactory;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a disk holds, a reader answers in words; it never fails in another way and never runs out of memory. */
class DamagedFilesTest {
    /** It remarks on every damaged tile; held here, because loggers that nobody holds are forgotten. */
    private static final Logger NOM_TAM_FITS = Logger.getLogger("nom.tam");

    static {
        NOM_TAM_FITS.setLevel(Level.OFF);
    }

    private static final byte[] MOSAIC = Samples.bytes(Samples.mosaic(2));
    /** By nom-tam-fits and by ourselves, so that this test needs no other program. */
    private static final List<byte[]> PACKED =
            List.of(packed(48, DamagedFilesTest::packByLibrary), packed(200, TileCompression::pack));

    private static final List<String> COUNTS =
            List.of("NAXIS1  =", "NAXIS2  =", "BITPIX  =", "NAXIS   =", "PCOUNT  =", "GCOUNT  =");
    private static final List<String> VALUES =
            List.of("99999999999999999999", "          2147483647", "                  -1", "               65536");

    @Property(tries = 150)
    void aDamagedHeaderIsAnsweredInWords(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int bytes)
            throws Exception {
        byte[] damaged = MOSAIC.clone();
        Random random = new Random(seed);
        for (int i = 0; i < bytes; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
            damaged[random.nextInt(2880)] = (byte) (32 + random.nextInt(95));
        }
        readAllOf(damaged);
    }

    @Property(tries = 100)
    void aCountThatWasChangedIsAnsweredInWords(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        String text = new String(MOSAIC, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(COUNTS.get(random.nextInt(COUNTS.size())), random.nextInt(9000));
        if (at >= 0) {
            String value = VALUES.get(random.nextInt(VALUES.size()));
            String changed = text.substring(0, at + 10) + value + text.substring(at + 30);
            readAllOf(changed.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Property(tries = 100)
    void bytesThatAreNoFitsAreAnsweredInWords(@ForAll @Size(max = 6000) byte[] bytes) throws Exception {
        readAllOf(bytes);
    }

    @Property(tries = 60)
    void aDamagedGzipIsAnsweredInWords(@ForAll long seed) throws Exception {
        readAllOf(damaged(Samples.gzip(MOSAIC), seed));
        readAllOf(damaged(Samples.bzip(MOSAIC), seed));
    }

    @Property(tries = 60)
    void aDamagedTileCompressedFileIsAnsweredInWords(@ForAll long seed) throws Exception {
        for (byte[] packed : PACKED) {
            readAllOf(damaged(packed.clone(), seed));
        }
    }

    @Property(tries = 200)
    void damagedTilesAreAnsweredInWords(@ForAll long seed) throws Exception {
        byte[] packed = PACKED.get(1).clone();
        byte[] data = Arrays.copyOfRange(packed, 3 * Blocks.SIZE, packed.length);
        System.arraycopy(damaged(data, seed), 0, packed, 3 * Blocks.SIZE, data.length);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readAllOf(packed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZTILE1  =                    0",
                "ZTILE2  =                    0",
                "ZTILE1  =                   -1",
                "ZTILE2  =           2147483647",
                "ZNAXIS1 =              1000000",
                "ZNAXIS2 =           2147483647",
                "ZNAXIS2 =  9000000000000000000",
                "ZNAXIS2 =                    0",
                "ZNAXIS2 =                   -5",
                "ZNAXIS  =                    5",
                "ZBITPIX =                    7",
                "ZBITPIX =                  -32",
                "ZCMPTYPE= 'UNKNOWN '",
                "TFIELDS =                    0",
                "TFORM1  = '1D      '",
                "NAXIS2  =                    1",
                "PCOUNT  =                    9",
                "ZVAL1   =                    0",
                "ZVAL1   =           2147483647",
                "ZVAL2   =                    3",
                "ZVAL2   =                    1"
            })
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTileCompressedFileWhoseHeaderLiesIsAnsweredInWords(String card) throws Exception {
        for (byte[] packed : PACKED) {
            String text = new String(packed, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(card.substring(0, 9));
            assertThat(at).isPositive();
            String lying = text.substring(0, at) + CardWriter.pad(card, 30) + text.substring(at + 30);
            readAllOf(lying.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] damaged(byte[] bytes, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] packed(int rows, Packer packer) {
        try (Scratch scratch = new Scratch()) {
            byte[] frame = Samples.bytes(List.of(Samples.frame(64, rows)));
            packer.pack(Files.write(scratch.file("plain.fits"), frame), scratch.file("packed.fits"));
            return Files.readAllBytes(scratch.file("packed.fits"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void packByLibrary(Path plain, Path target) throws IOException {
        FitsFactory.setLongStringsEnabled(true);
        try (Fits fits = new Fits(plain.toFile());
                Fits packed = new Fits()) {
            CompressedImageHDU image = CompressedImageHDU.fromImageHDU((ImageHDU) fits.getHDU(0), 64, 1);
            image.setCompressAlgorithm("RICE_1");
            image.compress();
            packed.addHDU(image);
            packed.write(target.toFile());
        }
    }

    @FunctionalInterface
    private interface Packer {
        void pack(Path plain, Path target) throws IOException;
    }

    private static void readAllOf(byte[] bytes) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path file = Files.write(scratch.file("damaged.fits"), bytes);
            Inspection inspection = Inspection.of(file);
            if (inspection.completeness() instanceof Completeness.Complete) {
                assertThat(Completeness.judge(file)).isEqualTo(inspection.completeness());
            }
            readImages(file);
            unpack(file, scratch.file("plain.fits"));
        }
    }

    private static void readImages(Path file) throws IOException {
        try (ImageReader reader = ImageReader.open(file)) {
            for (Hdu hdu : reader.file().hdus()) {
                readImage(reader, hdu);
            }
        } catch (BadFitsException said) {
            assertThat(said.getMessage()).isNotBlank();
        }
    }

    private static void readImage(ImageReader reader, Hdu hdu) throws IOException {
        try {
            assertThat(Preview.of(reader.read(hdu.index()), 64).png()).isNotEmpty();
        } catch (BadFitsException said) {
            assertThat(said.getMessage()).isNotBlank();
        }
    }

    private static void unpack(Path file, Path plain) throws IOException {
        try {
            assertThat(Unpack.toPlain(file, plain)).isEqualTo(Files.size(plain));
        } catch (BadFitsException said) {
            assertThat(said.getMessage()).isNotBlank();
        }
    }
}
