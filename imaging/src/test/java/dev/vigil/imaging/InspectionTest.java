package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir
    Path folder;

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aPlainFileHasTheSameDigestTwice() throws Exception {
        byte[] bytes = Samples.bytes(Samples.mosaic(2));
        Inspection inspection = Inspection.of(Samples.file(folder, "a.fits", bytes));
        assertThat(inspection.completeness()).isEqualTo(new Completeness.Complete(true, List.of()));
        assertThat(inspection.fits().orElseThrow().hdus()).hasSize(3);
        assertThat(inspection.digests())
                .contains(new Digests(sha256(bytes), bytes.length, sha256(bytes), bytes.length));
    }

    @Test
    void aGzippedFileHasTheDigestOfItsContentToo() throws Exception {
        byte[] bytes = Samples.bytes(Samples.mosaic(2));
        byte[] packed = Samples.gzip(bytes);
        Path file = Samples.file(folder, "a.fits.gz", packed);
        assertThat(Digests.of(file)).isEqualTo(new Digests(sha256(packed), packed.length, sha256(bytes), bytes.length));
        assertThat(Inspection.of(file).pixelDigests()).isEqualTo(PixelDigest.of(Samples.file(folder, "a.fits", bytes)));
    }

    @Test
    void aTileCompressedFileHasTheDigestOfItsContentToo() throws Exception {
        byte[] bytes = Samples.bytes(List.of(Samples.frame(100, 80)));
        Samples.file(folder, "a.fits", bytes);
        Tool.FPACK.run(folder, "a.fits");
        Path packed = folder.resolve("a.fits.fz");
        assertThat(Digests.of(packed))
                .isEqualTo(new Digests(
                        sha256(Files.readAllBytes(packed)), Files.size(packed), sha256(bytes), bytes.length));
    }

    @Test
    void aFileThatIsNoFitsHasItsDigestAllTheSame() throws Exception {
        byte[] text = "hello world".getBytes(StandardCharsets.US_ASCII);
        Inspection inspection = Inspection.of(Samples.file(folder, "text.fits", text));
        assertThat(inspection.completeness()).isInstanceOf(Completeness.NotFits.class);
        assertThat(inspection.fits()).isEmpty();
        assertThat(inspection.digests().orElseThrow().source()).isEqualTo(sha256(text));
    }

    @Test
    void whatFollowsTheLastHduCountsForTheDigest() throws Exception {
        byte[] bytes = Arrays.copyOf(Samples.bytes(List.of(Samples.frame(10, 10))), 12345);
        Path file = Samples.file(folder, "longer.fits", bytes);
        assertThat(Digests.of(file).source()).isEqualTo(sha256(bytes)).isEqualTo(Digests.sha256(file));
    }

    @Test
    void aGzipThatIsCutShortHasNoDigests() throws Exception {
        byte[] packed = Samples.gzip(Samples.bytes(List.of(Samples.frame(100, 80))));
        Inspection inspection = Inspection.of(Samples.file(folder, "a.gz", Arrays.copyOf(packed, packed.length - 5)));
        assertThat(inspection.completeness()).isInstanceOf(Completeness.Incomplete.class);
        assertThat(inspection.digests()).isEmpty();
    }

    @Test
    void anEditedHeaderLeavesThePixelDigestAsItWas() throws Exception {
        Image image = Samples.noise(40, 30, 1);
        Header edited = Samples.OBJECT.toBuilder().put("OBJECT", "NGC 1399", "").build();
        Path first = Samples.file(
                folder, "1.fits", Samples.bytes(List.of(OutputHdu.image(Samples.OBJECT, image, PixelType.INT_16))));
        Path second = Samples.file(
                folder, "2.fits", Samples.bytes(List.of(OutputHdu.image(edited, image, PixelType.INT_16))));
        assertThat(PixelDigest.of(second)).isEqualTo(PixelDigest.of(first));
        assertThat(Digests.sha256(second)).isNotEqualTo(Digests.sha256(first));
    }

    @Test
    void anotherExposureHasAnotherPixelDigest() throws Exception {
        Path first = Samples.file(folder, "1.fits", Samples.bytes(List.of(Samples.frame(40, 30))));
        OutputHdu other = OutputHdu.image(Samples.OBJECT, Samples.noise(40, 30, 2), PixelType.UNSIGNED_16);
        Path second = Samples.file(folder, "2.fits", Samples.bytes(List.of(other)));
        assertThat(PixelDigest.of(second)).isNotEqualTo(PixelDigest.of(first));
    }

    @Test
    void aDirectoryIsRefusedWithoutDigests() throws Exception {
        Inspection inspection = Inspection.of(folder);
        assertThat(inspection.completeness()).isInstanceOf(Completeness.NotFits.class);
        assertThat(inspection.digests()).isEmpty();
    }
}
