package dev.vigil.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CosmicTruthTest {
    @TempDir
    Path folder;

    private NumpyArrays arrays() throws IOException {
        Path file = folder.resolve("sci_00_cr.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "idx", integers(105, 106, 107, 250));
            add(zip, "charge", floats(500, 20, 70, 900));
            add(zip, "sat", integers(310));
        }
        return new NumpyArrays(file);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(bytes);
    }

    private static byte[] integers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return array("<i4", numbers.length, bytes);
    }

    private static byte[] floats(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return array("<f4", numbers.length, bytes);
    }

    private static byte[] array(String type, int count, ByteBuffer numbers) {
        String described = "{'descr': '%s', 'fortran_order': False, 'shape': (%d,), }".formatted(type, count);
        return ByteBuffer.allocate(10 + described.length() + numbers.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) described.length())
                .put(described.getBytes(StandardCharsets.US_ASCII))
                .put(numbers.array())
                .array();
    }

    @Test
    void whatWasFoundIsHeldAgainstTheTruth() throws Exception {
        CosmicTruth truth = CosmicTruth.read(arrays(), 20, 20);
        BitSet found = new BitSet();
        IntStream.of(105, 106, 127, 0, 250, 311).forEach(found::set);
        CosmicTruth.Score score = truth.score(found);
        assertThat(score).isEqualTo(new CosmicTruth.Score(2, 1, 4, 2, 3, 1));
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.precisionNearby()).isEqualTo(0.75);
    }

    @Test
    void theSurroundingsOfSaturatedPixelsAreLeftOut() throws Exception {
        BitSet dazzled = CosmicTruth.read(arrays(), 20, 20).dazzled();
        assertThat(dazzled.get(310 - 6)).isTrue();
        assertThat(dazzled.get(310 - 7)).isFalse();
        assertThat(dazzled.get(310 + 3 * 20 + 3)).isTrue();
        assertThat(dazzled.get(310 + 3 * 20 + 4)).isFalse();
    }

    @Test
    void anArrayThatIsNotThereOrOfAnotherTypeIsNamed() throws Exception {
        NumpyArrays arrays = arrays();
        assertThatThrownBy(() -> arrays.integers("places")).hasMessageContaining("no array 'places'");
        assertThatThrownBy(() -> arrays.integers("charge"))
                .hasMessageContaining("'<i4'")
                .hasMessageContaining("<f4");
    }
}
