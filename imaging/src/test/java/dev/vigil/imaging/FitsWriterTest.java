package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitsWriterTest {
    @TempDir
    Path folder;

    private static Header named(String name) {
        return Header.builder().put("EXTNAME", name, "").build();
    }

    private static List<OutputHdu> everyKind() {
        Header reduced = Samples.OBJECT.toBuilder()
                .put("ESO DET CHIP1 ID", "CCD-44", "a long keyword")
                .put("SOURCE", "x".repeat(200), "a long string")
                .put("BITPIX", 99, "not the caller's business")
                .history("bias: " + "y".repeat(100))
                .comment("a remark")
                .build();
        int[] bits = new int[30 * 20];
        bits[7] = 512;
        return List.of(
                OutputHdu.image(reduced, Samples.noise(30, 20, 1), PixelType.FLOAT_32),
                OutputHdu.integers(named("PART1"), 30, 20, bits, PixelType.INT_16),
                OutputHdu.integers(named("PART2"), 30, 20, bits, PixelType.INT_32),
                OutputHdu.integers(named("PART3"), 30, 20, new int[600], PixelType.INT_8),
                OutputHdu.image(named("PART4"), Samples.noise(30, 20, 2), PixelType.UNSIGNED_16),
                OutputHdu.table(
                        named("PART5"),
                        List.of(
                                OutputHdu.Column.doubles("X", "pix", 1.5, Double.NaN),
                                OutputHdu.Column.longs("NUMBER", "", 1, -2),
                                OutputHdu.Column.texts("NAME", List.of("a star", "b")))),
                OutputHdu.table(named("PART6"), List.of(OutputHdu.Column.texts("EMPTY", List.of()))),
                OutputHdu.cube(named("PART7"), 30, 10, 2, bits, PixelType.UNSIGNED_16),
                OutputHdu.empty(Header.EMPTY));
    }

    @Test
    void aFileThatIsPackedByBzip2IsWholeAndUnpacksToTheSameBytes() throws Exception {
        FitsWriter.write(folder.resolve("plain.fits"), everyKind());
        FitsWriter.writeBzip2(folder.resolve("packed.fits.bz2"), everyKind());
        assertThat(Completeness.judge(folder.resolve("packed.fits.bz2"))).isInstanceOf(Completeness.Complete.class);
        Unpack.toPlain(folder.resolve("packed.fits.bz2"), folder.resolve("unpacked.fits"));
        assertThat(folder.resolve("unpacked.fits")).hasSameBinaryContentAs(folder.resolve("plain.fits"));
    }

    @Test
    void theStandardsOwnVerifierFindsNoFault() throws Exception {
        FitsWriter.write(folder.resolve("all.fits"), everyKind());
        String verdict = Tool.FITSVERIFY.run(folder, "all.fits");
        assertThat(verdict).contains("0 warning(s) and 0 error(s)");
    }

    @Test
    void everyHduIsProvenByItsSums() throws Exception {
        Path file = folder.resolve("all.fits");
        FitsWriter.write(file, everyKind());
        assertThat(Completeness.judge(file)).isEqualTo(new Completeness.Complete(true, List.of()));
    }

    @Test
    void theSameHdusGiveTheSameBytes() {
        assertThat(Samples.bytes(everyKind())).isEqualTo(Samples.bytes(everyKind()));
    }

    @Test
    void anHduThatIsMadeWhenItIsWrittenIsMadeOnceAndHasTheSameBytes() {
        AtomicInteger made = new AtomicInteger();
        List<OutputHdu> later = everyKind().stream()
                .map(hdu -> OutputHdu.later(hdu.header(), () -> {
                    made.incrementAndGet();
                    return hdu;
                }))
                .toList();
        List<OutputHdu> hdus = new ArrayList<>(everyKind().subList(0, 1));
        hdus.addAll(later.subList(1, later.size()));
        assertThat(Samples.bytes(hdus)).isEqualTo(Samples.bytes(everyKind()));
        assertThat(made).hasValue(later.size() - 1);
    }

    @Test
    void aHeaderThatWasReadIsWrittenAsItWas() throws Exception {
        Path first = folder.resolve("first.fits");
        FitsWriter.write(first, List.of(Samples.frame(20, 10)));
        Header header = FitsFile.read(first).primary().header();
        Path second = folder.resolve("second.fits");
        FitsWriter.write(second, List.of(OutputHdu.image(header, Samples.noise(20, 10, 1), PixelType.UNSIGNED_16)));
        assertThat(Digests.sha256(second)).isEqualTo(Digests.sha256(first));
    }

    @Test
    void aCamerasUnlawfulCardsAreMadeLawful() throws Exception {
        byte[] bytes = Samples.headerByHand(
                "BAD*KEY = 5", "FILTER  = 'r'", "FILTER  = 'g'", "EXPTIME = '30,5'", "ODD+CARD text");
        Header header = HeaderParser.parse(bytes, bytes.length);
        FitsWriter.write(
                folder.resolve("lawful.fits"),
                List.of(OutputHdu.image(header, Samples.noise(20, 10, 1), PixelType.INT_16)));
        Header written = FitsFile.read(folder.resolve("lawful.fits")).primary().header();
        assertThat(written.text("FILTER")).contains("r");
        assertThat(written.number("EXPTIME")).hasValue(30.5);
        assertThat(written.comments()).contains("BAD*KEY = 5");
        assertThat(Tool.FITSVERIFY.run(folder, "lawful.fits")).contains("0 warning(s) and 0 error(s)");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        Path file = folder.resolve("a.fits");
        FitsWriter.write(file, everyKind());
        assertThatThrownBy(() -> FitsWriter.write(file, everyKind())).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aTableCannotComeFirst() {
        List<OutputHdu> hdus = List.of(OutputHdu.table(Header.EMPTY, List.of()));
        assertThatThrownBy(() -> Samples.bytes(hdus)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        List<OutputHdu.Column> columns =
                List.of(OutputHdu.Column.doubles("A", "", 1), OutputHdu.Column.doubles("B", "", 1, 2));
        assertThatThrownBy(() -> OutputHdu.table(Header.EMPTY, columns)).hasMessageContaining("different numbers");
    }

    @Test
    void numbersThatDoNotFillTheirRowsAreRefused() {
        assertThatThrownBy(() -> OutputHdu.Column.vectors("A", "", 2, 1, 2, 3)).hasMessageContaining("no rows of 2");
    }

    @Test
    void aMaskBitThatDoesNotFitIsRefused() {
        List<OutputHdu> hdus = List.of(OutputHdu.integers(Header.EMPTY, 1, 1, new int[] {256}, PixelType.INT_8));
        assertThatThrownBy(() -> Samples.bytes(hdus)).hasMessageContaining("256 cannot be stored as INT_8");
    }

    @Test
    void notANumberIsRefusedWhereOnlyNumbersCanBeStored() {
        Image image = new Image(1, 1, new float[] {Float.NaN});
        List<OutputHdu> hdus = List.of(OutputHdu.image(Header.EMPTY, image, PixelType.UNSIGNED_16));
        assertThatThrownBy(() -> Samples.bytes(hdus)).hasMessageContaining("not a number");
    }

    @Test
    void countsAreRoundedAndClipped() throws Exception {
        Image image = new Image(4, 1, new float[] {-5, 70000, 10.6f, 10.4f});
        Path file = folder.resolve("clip.fits");
        FitsWriter.write(file, List.of(OutputHdu.image(Header.EMPTY, image, PixelType.UNSIGNED_16)));
        try (ImageReader reader = ImageReader.open(file)) {
            assertThat(reader.read(0).pixels()).containsExactly(0, 65535, 11, 10);
        }
    }

    @Property(tries = 60)
    void whatIsWrittenIsReadAgain(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll PixelType type,
            @ForAll long seed)
            throws Exception {
        Assume.that(type != PixelType.INT_8);
        Image image = Samples.noise(width, height, seed);
        try (Scratch scratch = new Scratch()) {
            Path file = scratch.file("image.fits");
            FitsWriter.write(file, List.of(OutputHdu.image(Header.EMPTY, image, type)));
            try (ImageReader reader = ImageReader.open(file)) {
                assertThat(reader.read(0).pixels()).isEqualTo(image.pixels());
            }
            assertThat(Completeness.judge(file)).isEqualTo(new Completeness.Complete(true, List.of()));
        }
    }

    @Property(tries = 60)
    void aFileCutAtAnyByteIsNeverComplete(
            @ForAll @IntRange(min = 1, max = 4) int extensions, @ForAll @IntRange(min = 0, max = 9999) int where)
            throws Exception {
        byte[] whole = Samples.bytes(new ArrayList<>(Samples.mosaic(extensions)));
        int length = (int) ((long) whole.length * where / 10000);
        try (Scratch scratch = new Scratch()) {
            Path file = scratch.file("cut.fits");
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(Completeness.judge(file)).isInstanceOf(Completeness.Incomplete.class);
        }
    }
}
