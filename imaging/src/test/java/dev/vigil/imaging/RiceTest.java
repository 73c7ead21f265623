package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The streams in hexadecimal are what cfitsio 4.2 makes of the same numbers. */
class RiceTest {
    private static final RiceWidth[] WIDTHS = RiceWidth.values();

    @Test
    void theStreamOfNoiseIsThatOfCfitsio() throws Exception {
        assertStream(
                RiceWidth.SHORT,
                32,
                noise(70, 1, 31, 1000),
                "03fe58599d98efaec92922a0b8a36e6959274242e2ccaf72444799550ea4c3f0292a0af1c5529baa3284cc098b1972b8236693495b10"
                        + "5f46f4");
        assertStream(RiceWidth.BYTE, 32, noise(40, 2, 7, 100), "6873f833e42e3164e91b6144fdb6299dba48dc2184");
        assertStream(
                RiceWidth.INT,
                32,
                noise(40, 4, 1023, -500),
                "000000265400e6cd927a46692e8cddcbe9e99e76b373fa97c973d2adea6e456a3eeab9a80fe6794b9ff29c205276b5558917896e67b4"
                        + "5b1d2fc676");
    }

    @Test
    void blocksOfSixteenAreThoseOfCfitsio() throws Exception {
        assertStream(
                RiceWidth.SHORT,
                16,
                noise(70, 1, 31, 1000),
                "03fe58599d98efaec92922a0b8a36ae6959274242e2ccaf72444799550ea4c3f0292a0af1c5529baaa3284cc098b1972b8236693495b"
                        + "105f46f4");
    }

    @Test
    void equalNumbersCostNothingButTheFirst() throws Exception {
        int[] constant = new int[70];
        Arrays.fill(constant, Short.MIN_VALUE);
        assertStream(RiceWidth.SHORT, 32, constant, "80000000");
        assertStream(RiceWidth.SHORT, 32, new int[] {12345}, "303900");
    }

    @Test
    void aStarInADarkRowIsWrittenAsCfitsioDoes() throws Exception {
        int[] row = new int[46];
        Arrays.fill(row, 1000);
        row[40] = 30000;
        assertStream(RiceWidth.SHORT, 32, row, "03e80e800200080020008002000800200001148008a3e000800200080000");
        int[] wide = new int[33];
        wide[20] = 1000000;
        assertStream(
                RiceWidth.INT,
                16,
                wide,
                "0000000004a000080002000080000000509000002847f80002000080002000080002000080002000080002000000");
    }

    @Test
    void numbersWithoutOrderAreWrittenAsTheyAre() throws Exception {
        int[] shorts = IntStream.range(0, 40)
                .map(i -> i % 2 == 0 ? Short.MIN_VALUE : Short.MAX_VALUE)
                .toArray();
        assertStream(RiceWidth.SHORT, 32, shorts, "80001a5294a5294a5294a52944a52940");
        int[] ints = IntStream.range(0, 9)
                .map(i -> i == 8 ? 0 : i % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE)
                .toArray();
        assertStream(
                RiceWidth.INT,
                32,
                ints,
                "80000000d0000000000000000800000010000000080000001000000008000000100000000fffffffe8");
        assertStream(
                RiceWidth.BYTE,
                32,
                Arrays.stream(noise(40, 3, 255, 0)).map(i -> (byte) i).toArray(),
                "03e001f21e3a9bd0e2791016882d9f47a8cb7fe3045cb650b5d2c063ea068649ddbc48bced7af54d2ab8");
    }

    @Property
    void whateverIsEncodedIsDecoded(
            @ForAll @NotEmpty int[] numbers, @ForAll @IntRange(max = 31) int shift, @ForAll boolean small)
            throws Exception {
        for (RiceWidth width : WIDTHS) {
            int[] pixels = Arrays.stream(numbers)
                    .map(number -> number >> shift << width.unused() >> width.unused())
                    .toArray();
            int blockSize = small ? 16 : 32;
            assertThat(decoded(width, blockSize, encoded(width, blockSize, pixels), pixels.length))
                    .as("%s", width)
                    .isEqualTo(pixels);
        }
    }

    @Property(tries = 200)
    void rowsOfAnyLengthAndSpreadAreDecoded(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int length, @ForAll("spreads") double spread)
            throws Exception {
        Random random = new Random(seed);
        for (RiceWidth width : WIDTHS) {
            int unused = width.unused();
            int[] pixels = IntStream.range(0, length)
                    .map(i -> (int) Math.round(spread * random.nextGaussian()) << unused >> unused)
                    .toArray();
            assertThat(decoded(width, 32, encoded(width, 32, pixels), length)).isEqualTo(pixels);
        }
    }

    @Provide
    Arbitrary<Double> spreads() {
        return Arbitraries.doubles().between(0, 31).map(exponent -> Math.pow(2, exponent));
    }

    @Property
    void aStreamThatIsCutShortIsRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int length)
            throws Exception {
        for (RiceWidth width : WIDTHS) {
            byte[] whole = encoded(width, 32, noise(length, seed, 31, 0));
            byte[] cut = Arrays.copyOf(whole, whole.length - 1);
            assertThatThrownBy(() -> decoded(width, 32, cut, length)).isInstanceOf(DamagedTileException.class);
        }
    }

    @Property
    void anyBytesAreDecodedOrRefusedInTime(
            @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(min = 1, max = 2000) int length) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (RiceWidth width : WIDTHS) {
                assertDecodedOrRefused(width, bytes, length);
            }
        });
    }

    private static void assertDecodedOrRefused(RiceWidth width, byte[] bytes, int length) {
        try {
            assertThat(decoded(width, 32, bytes, length)).hasSize(length);
        } catch (DamagedTileException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void assertStream(RiceWidth width, int blockSize, int[] pixels, String expected) throws Exception {
        byte[] stream = encoded(width, blockSize, pixels);
        assertThat(HexFormat.of().formatHex(stream)).isEqualTo(expected);
        assertThat(decoded(width, blockSize, stream, pixels.length)).isEqualTo(pixels);
    }

    private static byte[] encoded(RiceWidth width, int blockSize, int[] pixels) {
        RiceEncoder encoder = new RiceEncoder(width, blockSize, pixels.length);
        return Arrays.copyOf(encoder.bytes(), encoder.encode(pixels, pixels.length));
    }

    /** In two pieces, the first of whole blocks. */
    private static int[] decoded(RiceWidth width, int blockSize, byte[] stream, int length)
            throws DamagedTileException {
        RiceDecoder decoder = new RiceDecoder(width, blockSize);
        byte[] array = Arrays.copyOf(stream, stream.length + RiceDecoder.SLACK);
        decoder.begin(array, 0, stream.length);
        int[] pixels = new int[length];
        int first = length / 2 / blockSize * blockSize;
        decoder.decode(pixels, first);
        int[] rest = new int[length - first];
        decoder.decode(rest, rest.length);
        System.arraycopy(rest, 0, pixels, first, rest.length);
        return pixels;
    }

    /** A generator that any language repeats. */
    private static int[] noise(int count, long seed, int mask, int shift) {
        long[] state = {seed};
        return IntStream.range(0, count)
                .map(i -> {
                    state[0] = state[0] * 6364136223846793005L + 1442695040888963407L;
                    return ((int) (state[0] >>> 33) & mask) + shift;
                })
                .toArray();
    }
}
