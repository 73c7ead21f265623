package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Whatever a disk holds, a reader answers in words; it never fails in another way and never runs out of memory. */
class DamagedFilesTest {
    /** It remarks on every damaged tile; held here, because loggers that nobody holds are forgotten. */
    private static final Logger NOM_TAM_FITS = Logger.getLogger("nom.tam");

    static {
        NOM_TAM_FITS.setLevel(Level.OFF);
    }

    private static final byte[] MOSAIC = Samples.bytes(Samples.mosaic(2));
    private static final List<String> COUNTS =
            List.of("NAXIS1  =", "NAXIS2  =", "BITPIX  =", "NAXIS   =", "PCOUNT  =", "GCOUNT  =");
    private static final List<String> VALUES =
            List.of("99999999999999999999", "          2147483647", "                  -1", "               65536");

    @Property(tries = 400)
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

    @Property(tries = 300)
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

    @Property(tries = 300)
    void bytesThatAreNoFitsAreAnsweredInWords(@ForAll @Size(max = 6000) byte[] bytes) throws Exception {
        readAllOf(bytes);
    }

    @Property(tries = 150)
    void aDamagedGzipIsAnsweredInWords(@ForAll long seed) throws Exception {
        readAllOf(damaged(Samples.gzip(MOSAIC), seed));
    }

    @Property(tries = 150)
    void aDamagedTileCompressedFileIsAnsweredInWords(@ForAll long seed) throws Exception {
        readAllOf(damaged(packed(), seed));
    }

    private static byte[] damaged(byte[] bytes, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Packed by nom-tam-fits, so that this test needs no other program. */
    private static byte[] packed() throws Exception {
        FitsFactory.setLongStringsEnabled(true);
        try (Scratch scratch = new Scratch();
                Fits packed = new Fits()) {
            Path plain = Files.write(scratch.file("plain.fits"), Samples.bytes(List.of(Samples.frame(64, 48))));
            try (Fits fits = new Fits(plain.toFile())) {
                CompressedImageHDU image = CompressedImageHDU.fromImageHDU((ImageHDU) fits.getHDU(0), 64, 1);
                image.setCompressAlgorithm("RICE_1");
                image.compress();
                packed.addHDU(image);
            }
            packed.write(scratch.file("packed.fits").toFile());
            return Files.readAllBytes(scratch.file("packed.fits"));
        }
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
            assertThat(Preview.png(reader.read(hdu.index()), 64)).isNotEmpty();
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
