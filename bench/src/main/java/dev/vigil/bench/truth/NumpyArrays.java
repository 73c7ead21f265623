package dev.vigil.bench.truth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Named arrays of four-byte numbers in a file that numpy wrote ({@code .npz}). */
record NumpyArrays(Path file) {
    private static final int MAGIC = 6;

    int[] integers(String name) throws IOException {
        ByteBuffer data = data(name, "'<i4'");
        int[] numbers = new int[data.remaining() / 4];
        data.asIntBuffer().get(numbers);
        return numbers;
    }

    float[] floats(String name) throws IOException {
        ByteBuffer data = data(name, "'<f4'");
        float[] numbers = new float[data.remaining() / 4];
        data.asFloatBuffer().get(numbers);
        return numbers;
    }

    private ByteBuffer data(String name, String type) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(entry(name)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.get(MAGIC) == 1 ? bytes.getShort(MAGIC + 2) & 0xffff : bytes.getInt(MAGIC + 2);
        int start = MAGIC + (bytes.get(MAGIC) == 1 ? 4 : 6);
        String described = new String(bytes.array(), start, header, StandardCharsets.US_ASCII);
        if (!described.contains(type) || described.contains("'fortran_order': True")) {
            throw new IOException(file + ": '" + name + "' is not of the type " + type + " but " + described.strip());
        }
        return bytes.position(start + header).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] entry(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name + ".npy");
            if (entry == null) {
                throw new IOException(file + " has no array '" + name + "'");
            }
            return zip.getInputStream(entry).readAllBytes();
        }
    }
}
