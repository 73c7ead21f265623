package dev.vigil.bench.truth;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pixels as they are, for numpy: {@code fromfile(name, '>f4')}. */
final class PixelFile {
    private PixelFile() {}

    static void write(float[] pixels, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            for (float pixel : pixels) {
                data.writeFloat(pixel);
            }
        }
    }
}
