package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileCompressionTest {
    private static final List<OutputHdu> ALL_KINDS = List.of(
            OutputHdu.image(Samples.OBJECT, Samples.noise(203, 30, 1), PixelType.UNSIGNED_16),
            OutputHdu.table(named("TABLE"), List.of(OutputHdu.Column.longs("COUNT", "", 1, 2, 3))),
            OutputHdu.image(named("BYTES"), scaled(Samples.noise(100, 20, 2), 0.1f), PixelType.INT_8),
            OutputHdu.image(Header.EMPTY, scaled(Samples.noise(70, 20, 3), 1000), PixelType.INT_32),
            OutputHdu.image(named("FLOATS"), Samples.noise(50, 20, 4), PixelType.FLOAT_32),
            OutputHdu.image(named("LINE"), Samples.noise(500, 1, 5), PixelType.INT_16));

    @TempDir
    Path folder;

    private static Header named(String name) {
        return Header.builder().put("EXTNAME", name, "").build();
    }

    private static Image scaled(Image image, float factor) {
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] *= factor;
        }
        return image;
    }

    private Path written(String name, List<OutputHdu> hdus) throws Exception {
        FitsWriter.write(folder.resolve(name), hdus);
        return folder.resolve(name);
    }

    private static Path packed(Path plain) {
        return plain.resolveSibling(plain.getFileName() + ".fz");
    }

    private static void assertUndone(Path plain) throws Exception {
        assertThat(TileCompression.packProven(plain, packed(plain))).isInstanceOf(Packing.Packed.class);
        assertThat(TileCompression.undo(packed(plain), plain)).isEqualTo(new Undoing.Exact(Digests.sha256(plain)));
    }

    private void assertRefused(String name, byte[] bytes, String why) throws Exception {
        Path plain = Samples.file(folder, name, bytes);
        Packing packing = TileCompression.packProven(plain, packed(plain));
        assertThat(packing)
                .isInstanceOfSatisfying(
                        Packing.Refused.class,
                        refused -> assertThat(refused.why()).contains(why));
        assertThat(packed(plain)).doesNotExist();
    }

    @Test
    void everyKindOfHduComesBackByteForByte() throws Exception {
        Path plain = written("all.fits", ALL_KINDS);
        Packing packing = TileCompression.pack(plain, packed(plain));
        assertThat(packing).isEqualTo(new Packing.Packed(4, Files.size(plain), Files.size(packed(plain))));
        assertUndone(Files.copy(plain, folder.resolve("again.fits")));
        Path back = folder.resolve("back.fits");
        assertThat(TileCompression.unpack(packed(plain), back)).isEqualTo(Files.size(plain));
        assertThat(back).hasSameBinaryContentAs(plain);
    }

    @Test
    void whatIsPackedIsPlainForEveryReader() throws Exception {
        Path plain = written("all.fits", ALL_KINDS);
        TileCompression.pack(plain, packed(plain));
        assertThat(Unpack.isPacked(packed(plain))).isTrue();
        assertThat(Digests.of(packed(plain)).content()).isEqualTo(Digests.sha256(plain));
        try (ImageReader ours = ImageReader.open(packed(plain));
                ImageReader theirs = ImageReader.open(plain)) {
            assertThat(ours.read(1).pixels()).isEqualTo(theirs.read(0).pixels());
            assertThat(ours.readRows(5, 3, 4).pixels())
                    .isEqualTo(theirs.readRows(4, 3, 4).pixels());
        }
    }

    @Test
    void funpackGivesBackTheOriginal() throws Exception {
        Path plain = written("all.fits", ALL_KINDS);
        TileCompression.pack(plain, packed(plain));
        Tool.FUNPACK.run(
                folder, "-O", "theirs.fits", packed(plain).getFileName().toString());
        assertThat(folder.resolve("theirs.fits")).hasSameBinaryContentAs(plain);
        assertThat(Tool.FITSVERIFY.run(folder, packed(plain).getFileName().toString()))
                .contains("0 error(s)");
    }

    @Test
    void whatFpackPackedComesBackAndIsPackedByUsToTheSameTiles() throws Exception {
        Path plain = written("all.fits", ALL_KINDS.subList(0, 4));
        TileCompression.pack(plain, folder.resolve("ours.fz"));
        Tool.FPACK.run(folder, "all.fits");
        assertThat(TileCompression.undo(packed(plain), plain)).isInstanceOf(Undoing.Exact.class);
        assertThat(PixelDigest.of(folder.resolve("ours.fz"))).isEqualTo(PixelDigest.of(packed(plain)));
    }

    /** The resource was packed by fpack 1.7.0 with cfitsio 4.2; the digest is that of what it had been given. */
    @Test
    void aFileOfFpackIsUnpackedAndPackedAgainAsItDoes() throws Exception {
        Path theirs = folder.resolve("fpacked.fits.fz");
        try (InputStream resource = getClass().getResourceAsStream("fpacked.fits.fz")) {
            Files.copy(resource, theirs);
        }
        Path plain = folder.resolve("plain.fits");
        TileCompression.unpack(theirs, plain);
        assertThat(Digests.sha256(plain)).isEqualTo("7c19ae91df8e7add56fdc4f7c7c69be53fd595adc6bc32296b5eeed5d1fc4399");
        assertThat(Digests.of(theirs).content()).isEqualTo(Digests.sha256(plain));
        assertThat(TileCompression.packProven(plain, packed(plain))).isInstanceOf(Packing.Packed.class);
        assertThat(PixelDigest.of(packed(plain))).isEqualTo(PixelDigest.of(theirs));
    }

    @Test
    void tilesOfEveryShapeComeBack() throws Exception {
        Path plain = written("frame.fits", List.of(Samples.frame(203, 30)));
        for (List<String> shape : List.of(
                List.of("-w"),
                List.of("-t", "203,7"),
                List.of("-t", "50,1"),
                List.of("-t", "50,7"),
                List.of("-t", "1,1"))) {
            Files.deleteIfExists(packed(plain));
            List<String> arguments = new ArrayList<>(shape);
            arguments.add("frame.fits");
            Tool.FPACK.run(folder, arguments.toArray(String[]::new));
            assertThat(TileCompression.undo(packed(plain), plain))
                    .as("fpack %s", shape)
                    .isInstanceOf(Undoing.Exact.class);
        }
    }

    @Test
    void cardsStayAsTheyAre() throws Exception {
        byte[] odd = Samples.byHand(
                new byte[80 * 60 * 2],
                "SIMPLE  =                    T",
                "BITPIX  =                   16",
                "NAXIS   =                    2 / and no comment",
                "NAXIS1  =                   80",
                "NAXIS2  =                   60",
                "OBJECT  = 'NGC 1365'",
                "",
                "EXTEND  =                    T / late",
                "BLANK   =               -32768",
                "HIERARCH ESO DET CHIP = 'odd \u00e9'",
                "PCOUNT  =                    0",
                "COMMENT   as it is",
                "LONG    = 'aaaaaaaaaaaa&'",
                "CONTINUE  'bbb'",
                "CHECKSUM= '0123456789012345' / wrong",
                "DATASUM = '17      '           / wrong too",
                "",
                "");
        assertUndone(Samples.file(folder, "odd.fits", odd));
    }

    @Property(tries = 60)
    void anImageOfAnyShapeComesBack(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int axes,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(min = 1, max = 400) int width)
            throws Exception {
        int bytes = 1 << kind;
        int[] lengths = {width, axes > 1 ? 7 : 1, axes > 2 ? 3 : 1};
        ByteBuffer data = ByteBuffer.allocate(bytes * lengths[0] * lengths[1] * lengths[2] + 2880 * 6);
        byte[] noise = new byte[data.capacity() - 2880 * 6];
        new Random(seed).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] &= i % bytes == bytes - 1 ? 7 : 0;
        }
        try (Scratch scratch = new Scratch()) {
            Path plain = Files.write(scratch.file("a.fits"), Samples.byHand(noise, cards(8 * bytes, axes, lengths)));
            if (TileCompression.pack(plain, packed(plain)) instanceof Packing.Packed) {
                assertThat(TileCompression.undo(packed(plain), plain)).isInstanceOf(Undoing.Exact.class);
            }
        }
    }

    private static String[] cards(int bitpix, int axes, int[] lengths) {
        String[] cards = new String[axes + 3];
        cards[0] = "SIMPLE  =                    T";
        cards[1] = "BITPIX  = " + bitpix;
        cards[2] = "NAXIS   = " + axes;
        for (int axis = 1; axis <= axes; axis++) {
            cards[axis + 2] = "NAXIS" + axis + "  = " + lengths[axis - 1];
        }
        return cards;
    }

    @Test
    void whatCannotBePackedIsRefusedWithTheReason() throws Exception {
        OutputHdu floats = OutputHdu.image(Header.EMPTY, Samples.noise(50, 50, 1), PixelType.FLOAT_32);
        byte[] frame = Samples.bytes(List.of(Samples.frame(200, 100)));
        assertRefused("floats.fits", Samples.bytes(List.of(floats)), "no HDU is an image of whole numbers");
        assertRefused("frame.fits.gz", Samples.gzip(frame), "compressed already");
        assertRefused("cut.fits", Arrays.copyOf(frame, frame.length - 2880), "cut short");
        assertRefused("more.fits", Arrays.copyOf(frame, frame.length + 10), "10 bytes follow");
        assertRefused("no.fits", new byte[] {1, 2, 3}, "not FITS");
        assertRefused("tiny.fits", Samples.bytes(List.of(Samples.frame(5, 5))), "not be smaller");
        assertRefused("card.fits", Samples.byHand(new byte[20000], withCard("TTYPE1  = 'x'")), "TTYPE1 of HDU 0");
        assertRefused("card.fits", Samples.byHand(new byte[20000], withCard("ZBITPIX = 16")), "ZBITPIX of HDU 0");
    }

    private static String[] withCard(String card) {
        String[] cards = Arrays.copyOf(cards(8, 2, new int[] {200, 100}), 6);
        cards[5] = card;
        return cards;
    }

    @Test
    void whatIsPackedAlreadyIsRefused() throws Exception {
        Path plain = written("frame.fits", List.of(Samples.frame(200, 100)));
        TileCompression.pack(plain, packed(plain));
        assertThat(TileCompression.pack(packed(plain), folder.resolve("twice.fz")))
                .isEqualTo(new Packing.Refused("the file is tile-compressed already"));
    }

    @Test
    void paddingThatIsNotZeroIsSeenToBeLost() throws Exception {
        byte[] frame = Samples.bytes(List.of(Samples.frame(200, 100)));
        frame[frame.length - 1] = 7;
        assertRefused("padded.fits", frame, "byte " + (frame.length - 1) + " is the first that differs");
    }

    @Test
    void aDamagedTileIsNamed() throws Exception {
        Path plain = written("frame.fits", List.of(Samples.frame(200, 100)));
        TileCompression.pack(plain, packed(plain));
        byte[] bytes = Files.readAllBytes(packed(plain));
        FitsFile file = FitsFile.read(packed(plain));
        Hdu table = file.hdus().get(1);
        ByteBuffer.wrap(bytes).putInt((int) table.dataOffset() + 8 * 17, 3);
        Path damaged = Samples.file(folder, "damaged.fits.fz", bytes);
        assertThatThrownBy(() -> TileCompression.unpack(damaged, folder.resolve("never.fits")))
                .isInstanceOf(BadFitsException.class)
                .hasMessage("tile 18 of HDU 1 cannot be uncompressed: its stream ends too soon");
        ByteBuffer.wrap(bytes).putInt((int) table.dataOffset() + 8 * 17, -3);
        assertThat(TileCompression.undo(Samples.file(folder, "worse.fits.fz", bytes), plain))
                .isInstanceOfSatisfying(
                        Undoing.Different.class,
                        different -> assertThat(different.why())
                                .startsWith(
                                        "tile 18 of HDU 1 cannot be uncompressed: its stream is said to be -3 bytes"));
    }
}
