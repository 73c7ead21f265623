package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {
    @TempDir
    Path folder;

    private Path packed(String name, List<OutputHdu> hdus, String... options) throws Exception {
        FitsWriter.write(folder.resolve(name), hdus);
        String[] arguments = Arrays.copyOf(options, options.length + 1);
        arguments[options.length] = name;
        Tool.FPACK.run(folder, arguments);
        return folder.resolve(name + ".fz");
    }

    private byte[] unpacked(Path file) throws Exception {
        Path plain = folder.resolve(file.getFileName() + ".plain");
        long bytes = Unpack.toPlain(file, plain);
        assertThat(Files.size(plain)).isEqualTo(bytes);
        return Files.readAllBytes(plain);
    }

    @Test
    void aGzippedFileComesBackByteForByte() throws Exception {
        byte[] original = Samples.bytes(Samples.mosaic(3));
        assertThat(unpacked(Samples.file(folder, "a.fits.bz2", Samples.bzip(original))))
                .isEqualTo(original);
        assertThat(unpacked(Samples.file(folder, "a.fits.gz", Samples.gzip(original))))
                .isEqualTo(original);
    }

    @Test
    void aPackedPrimaryImageComesBackByteForByte() throws Exception {
        Path packed = packed("frame.fits", List.of(Samples.frame(200, 100)));
        assertThat(Unpack.isPacked(packed)).isTrue();
        assertThat(Completeness.judge(packed)).isEqualTo(new Completeness.Complete(true, List.of()));
        assertThat(unpacked(packed)).isEqualTo(Files.readAllBytes(folder.resolve("frame.fits")));
    }

    @Test
    void aPackedMosaicComesBackWithAllItsHdusProven() throws Exception {
        Path packed = packed("mosaic.fits", Samples.mosaic(5));
        Path plain = folder.resolve("plain.fits");
        Unpack.toPlain(packed, plain);
        assertThat(PixelDigest.of(plain)).isEqualTo(PixelDigest.of(folder.resolve("mosaic.fits")));
        assertThat(Completeness.judge(plain)).isInstanceOf(Completeness.Complete.class);
    }

    @Test
    void aPackedImageWithExtensionsIsProvenOnlyWithAllOfThem() throws Exception {
        List<OutputHdu> hdus = new ArrayList<>(Samples.mosaic(2));
        hdus.set(0, Samples.frame(200, 100));
        Path packed = packed("both.fits", hdus);
        assertThat(Completeness.judge(packed)).isEqualTo(new Completeness.Complete(true, List.of()));
        long lastBegins =
                FitsFile.read(packed).headerOffset(FitsFile.read(packed).hdus().get(3));
        Path cut = Samples.file(folder, "cut.fits.fz", Arrays.copyOf(Files.readAllBytes(packed), (int) lastBegins));
        assertThat(Completeness.judge(cut)).isInstanceOf(Completeness.Incomplete.class);
        assertThat(unpacked(packed)).isEqualTo(Files.readAllBytes(folder.resolve("both.fits")));
    }

    @Test
    void everyLosslessCompressionOfWholeNumbersIsUnderstood() throws Exception {
        for (String option : List.of("-r", "-g", "-g1", "-g2", "-h", "-d")) {
            Path packed = packed("frame" + option + ".fits", List.of(Samples.frame(64, 64)), option);
            assertThat(unpacked(packed))
                    .as("fpack %s", option)
                    .isEqualTo(Files.readAllBytes(folder.resolve("frame" + option + ".fits")));
        }
    }

    @Test
    void quantisedPixelsAreThoseThatFunpackGivesUpToTheLastBit() throws Exception {
        Header header = Header.EMPTY;
        Image image = Samples.noise(120, 90, 4);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] += (i % 97) * 0.013f;
        }
        Path packed = packed("float.fits", List.of(OutputHdu.image(header, image, PixelType.FLOAT_32)));
        Tool.FUNPACK.run(folder, "-O", "theirs.fits", packed.getFileName().toString());
        Unpack.toPlain(packed, folder.resolve("ours.fits"));
        try (ImageReader theirs = ImageReader.open(folder.resolve("theirs.fits"));
                ImageReader ours = ImageReader.open(folder.resolve("ours.fits"))) {
            assertAlmostEqual(ours.read(0).pixels(), theirs.read(0).pixels());
        }
    }

    private static void assertAlmostEqual(float[] ours, float[] theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isBetween(Math.nextDown(theirs[i]), Math.nextUp(theirs[i]));
        }
    }

    @Test
    void theVerifierFindsNoFaultInWhatWasUnpacked() throws Exception {
        Path packed = packed("mosaic.fits", Samples.mosaic(2));
        Unpack.toPlain(packed, folder.resolve("plain.fits"));
        assertThat(Tool.FITSVERIFY.run(folder, "plain.fits")).contains("0 warning(s) and 0 error(s)");
    }

    @Test
    void aDamagedTileIsNamedAndNotPassedOn() throws Exception {
        Path packed = packed("frame.fits", List.of(Samples.frame(200, 100)));
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length - 4000] ^= 0x55;
        Path damaged = Samples.file(folder, "damaged.fits.fz", bytes);
        assertThatThrownBy(() -> Unpack.toPlain(damaged, folder.resolve("never.fits")))
                .isInstanceOf(BadFitsException.class)
                .hasMessageContaining("HDU 1");
    }

    @Test
    void aPlainFileIsCopied() throws Exception {
        byte[] original = Samples.bytes(List.of(Samples.frame(20, 10)));
        Path file = Samples.file(folder, "a.fits", original);
        assertThat(Unpack.isPacked(file)).isFalse();
        assertThat(unpacked(file)).isEqualTo(original);
    }

    @Test
    void aGzippedFileThatIsCutShortIsNamed() throws Exception {
        byte[] packed = Samples.gzip(Samples.bytes(List.of(Samples.frame(200, 100))));
        Path cut = Samples.file(folder, "cut.fits.gz", Arrays.copyOf(packed, packed.length / 2));
        assertThatThrownBy(() -> Unpack.toPlain(cut, folder.resolve("never.fits")))
                .isInstanceOf(BadFitsException.class)
                .hasMessageContaining("cut short");
    }
}
