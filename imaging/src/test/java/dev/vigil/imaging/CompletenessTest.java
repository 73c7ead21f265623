package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.imaging.Completeness.Complete;
import dev.vigil.imaging.Completeness.Incomplete;
import dev.vigil.imaging.Completeness.NotFits;
import dev.vigil.imaging.Completeness.Unproven;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletenessTest {
    private static final byte[] FRAME = Samples.bytes(List.of(Samples.frame(100, 80)));
    private static final String[] CAMERA = {
        "SIMPLE  =                    T",
        "BITPIX  =                   16",
        "NAXIS   =                    2",
        "NAXIS1  =                  100",
        "NAXIS2  =                   80"
    };

    @TempDir
    Path folder;

    private Completeness judge(byte[] bytes) throws IOException {
        return Completeness.judge(Samples.file(folder, "frame.fits", bytes));
    }

    private static byte[] pixels(int last) {
        byte[] data = new byte[16000];
        Arrays.fill(data, (byte) 7);
        Arrays.fill(data, data.length - 4000, data.length, (byte) last);
        return data;
    }

    @Test
    void aFileWhoseSumsAreGoodIsProven() throws IOException {
        assertThat(judge(FRAME)).isEqualTo(new Complete(true, List.of()));
    }

    @Test
    void aFileOfManyHdusThatSaysHowManyIsProven() throws IOException {
        assertThat(judge(Samples.bytes(Samples.mosaic(70)))).isEqualTo(new Complete(true, List.of()));
    }

    @Test
    void aTruncatedFileIsNotComplete() throws IOException {
        byte[] mosaic = Samples.bytes(Samples.mosaic(2));
        for (int length = 0; length < mosaic.length; length += 37) {
            assertThat(judge(Arrays.copyOf(mosaic, length)))
                    .as("the first %d bytes", length)
                    .isInstanceOf(Incomplete.class);
        }
    }

    @Test
    void aFileThatLacksItsLastByteIsNotComplete() throws IOException {
        assertThat(judge(Arrays.copyOf(FRAME, FRAME.length - 1)).why())
                .isEqualTo("HDU 0 ends at byte " + FRAME.length + ", the file has " + (FRAME.length - 1));
    }

    @Test
    void aFileWithoutSumsIsCompleteButNotProven() throws IOException {
        assertThat(judge(Samples.byHand(pixels(7), CAMERA))).isEqualTo(new Complete(false, List.of()));
    }

    @Test
    void aFileWithoutSumsThatEndsInZerosIsUnproven() throws IOException {
        Completeness judged = judge(Samples.byHand(pixels(0), CAMERA));
        assertThat(judged).isInstanceOf(Unproven.class);
        assertThat(judged.why())
                .isEqualTo("the data of HDU 0 end in zeros, and no DATASUM says whether they are written");
        assertThat(((Unproven) judged).remedy(Path.of("/data/a.fits")))
                .isEqualTo("where the camera has finished it, write its sums with astropy's fitscheck:"
                        + " fitscheck --write --force '/data/a.fits'");
    }

    @Test
    void whatAPersonRunsOnAnUnprovenFileCanBePastedWhateverTheFilesName() throws IOException {
        Unproven judged = (Unproven) judge(Samples.byHand(pixels(0), CAMERA));
        assertThat(judged.remedy(Path.of("/data/M 31's.fits"))).endsWith(" --force '/data/M 31'\\''s.fits'");
    }

    @Test
    void aFullLengthFileOfZerosIsIncomplete() throws IOException {
        Completeness judged = judge(new byte[FRAME.length]);
        assertThat(judged).isInstanceOf(Incomplete.class);
        assertThat(judged.why()).contains("begins with zeros");
    }

    @Test
    void changedPixelsAreIncomplete() throws IOException {
        byte[] changed = FRAME.clone();
        changed[changed.length - 5000] ^= 1;
        Completeness judged = judge(changed);
        assertThat(judged).isInstanceOf(Incomplete.class);
        assertThat(judged.why()).contains("DATASUM says");
    }

    @Test
    void aChangedHeaderIsCompleteAndFlagged() throws IOException {
        byte[] edited = new String(FRAME, StandardCharsets.ISO_8859_1)
                .replace("NGC 1365", "NGC 1399")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(judge(edited)).isEqualTo(new Complete(true, List.of(Completeness.CHECKSUM_BAD)));
    }

    @Test
    void anEmptyFileIsIncomplete() throws IOException {
        assertThat(judge(new byte[0])).isEqualTo(new Incomplete("the file is empty"));
    }

    @Test
    void aTextFileIsNotFits() throws IOException {
        Completeness judged = judge("hello world\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(judged).isEqualTo(new NotFits("not FITS: the first bytes are 'hello wor', not SIMPLE"));
    }

    @Test
    void aDirectoryIsNotFits() throws IOException {
        assertThat(Completeness.judge(folder)).isInstanceOf(NotFits.class);
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> Completeness.judge(folder.resolve("gone.fits")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void headersWithoutDataAreIncomplete() throws IOException {
        assertThat(judge(Samples.bytes(List.of(OutputHdu.empty(Samples.OBJECT))))
                        .why())
                .startsWith("no data");
    }

    @Test
    void severalHdusWithoutACountAreNotProven() throws IOException {
        byte[] uncounted = new String(Samples.bytes(Samples.mosaic(2)), StandardCharsets.ISO_8859_1)
                .replace("NEXTEND =", "NOTHING =")
                .getBytes(StandardCharsets.ISO_8859_1);
        Completeness judged = judge(uncounted);
        assertThat(judged)
                .isEqualTo(new Complete(false, List.of(Completeness.CHECKSUM_BAD, Completeness.HDU_COUNT_UNKNOWN)));
    }

    @Test
    void zerosBehindTheLastHduAreUnprovenAndItIsSaidHowToBeRidOfThem() throws IOException {
        Completeness judged = judge(Arrays.copyOf(FRAME, FRAME.length + 2880));
        assertThat(judged).isInstanceOf(Unproven.class);
        assertThat(judged.why()).contains("zeros follow HDU").doesNotContain("truncate");
        assertThat(((Unproven) judged).remedy(Path.of("a.fits"))).endsWith("truncate -s " + FRAME.length + " 'a.fits'");
    }

    @Test
    void otherBytesBehindTheLastHduAreFlagged() throws IOException {
        byte[] longer = Arrays.copyOf(FRAME, FRAME.length + 10);
        Arrays.fill(longer, FRAME.length, longer.length, (byte) 'x');
        assertThat(judge(longer))
                .isEqualTo(new Complete(false, List.of(Completeness.TRAILING_BYTES, Completeness.HDU_COUNT_UNKNOWN)));
    }

    @Test
    void negativeAxesAreNotFits() throws IOException {
        byte[] bad =
                Samples.byHand(pixels(7), CAMERA[0], CAMERA[1], CAMERA[2], "NAXIS1  =                 -100", CAMERA[4]);
        assertThat(judge(bad).why()).isEqualTo("NAXIS1 of HDU 0 is negative (-100)");
    }

    @Test
    void missingAndImpossibleStructuralCardsAreNamed() throws IOException {
        assertThat(judge(Samples.byHand(pixels(7), CAMERA[0], CAMERA[2])).why())
                .isEqualTo("BITPIX of HDU 0 is missing");
        assertThat(judge(Samples.byHand(pixels(7), CAMERA[0], "BITPIX  = 12", CAMERA[2]))
                        .why())
                .contains("BITPIX of HDU 0 is 12");
        assertThat(judge(Samples.byHand(pixels(7), "SIMPLE  =                    F"))
                        .why())
                .contains("SIMPLE is not T");
        assertThat(judge(Samples.byHand(
                                pixels(7), CAMERA[0], CAMERA[1], CAMERA[2], "NAXIS1  = 900000000000000000", CAMERA[4]))
                        .why())
                .contains("larger than any file");
    }

    @Test
    void aHeaderThatNeverEndsIsNamed() throws IOException {
        byte[] endless = new byte[2880 * 2100];
        Arrays.fill(endless, (byte) ' ');
        System.arraycopy(FRAME, 0, endless, 0, 80);
        assertThat(judge(endless).why()).contains("has no END card within 2000 blocks");
    }

    @Test
    void aGzippedFileIsProvenByItsOwnSum() throws IOException {
        byte[] packed = Samples.gzip(Samples.byHand(pixels(7), CAMERA));
        assertThat(Completeness.judge(Samples.file(folder, "frame.fits.gz", packed)))
                .isEqualTo(new Complete(true, List.of()));
    }

    @Test
    void aTruncatedGzippedFileIsNotComplete() throws IOException {
        byte[] packed = Samples.gzip(FRAME);
        for (int length = 0; length < packed.length; length += 211) {
            assertThat(judge(Arrays.copyOf(packed, length)))
                    .as("the first %d bytes", length)
                    .isNotInstanceOf(Complete.class);
        }
        assertThat(judge(Arrays.copyOf(packed, packed.length - 1)).why()).contains("cut short");
    }

    @Test
    void aWholeGzipOfHalfAFileIsIncomplete() throws IOException {
        byte[] packed = Samples.gzip(Arrays.copyOf(FRAME, FRAME.length / 2));
        assertThat(judge(packed)).isInstanceOf(Incomplete.class);
    }

    @Test
    void aDamagedGzippedFileIsNotComplete() throws IOException {
        byte[] packed = Samples.gzip(FRAME);
        packed[packed.length - 6] ^= 1;
        assertThat(judge(packed)).isNotInstanceOf(Complete.class);
    }

    @Test
    void aBzippedFileIsProvenByItsOwnSum() throws IOException {
        byte[] packed = Samples.bzip(Samples.byHand(pixels(7), CAMERA));
        assertThat(Completeness.judge(Samples.file(folder, "frame.fits.bz2", packed)))
                .isEqualTo(new Complete(true, List.of()));
    }

    @Test
    void aTruncatedBzippedFileIsNotComplete() throws IOException {
        byte[] packed = Samples.bzip(FRAME);
        for (int length = 0; length < packed.length; length += 211) {
            assertThat(judge(Arrays.copyOf(packed, length)))
                    .as("the first %d bytes", length)
                    .isNotInstanceOf(Complete.class);
        }
        assertThat(judge(Arrays.copyOf(packed, packed.length - 1)).why()).contains("cut short");
    }

    @Test
    void aDamagedBzippedFileIsNotComplete() throws IOException {
        for (int at = 20; at < Samples.bzip(FRAME).length; at += 97) {
            byte[] packed = Samples.bzip(FRAME);
            packed[at] ^= 1;
            assertThat(judge(packed)).as("the byte %d", at).isNotInstanceOf(Complete.class);
        }
    }

    @Test
    void aFileIsJudgedByItsContentAndNotByItsName() throws IOException {
        Path misnamed = Files.write(folder.resolve("frame.dat"), FRAME);
        assertThat(Completeness.judge(misnamed)).isInstanceOf(Complete.class);
    }
}
