package dev.vigil.imaging.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes pictures of 8-bit grey; starting AWT for that would cost more than the picture. */
final class GreyPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Each row holds its differences from pixel to pixel. */
    private static final byte SUB = 1;

    private GreyPng() {}

    static byte[] encode(int width, int height, byte[] greys) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(greys.length / 2 + 64);
        png.writeBytes(SIGNATURE);
        addChunk(png, "IHDR", header(width, height));
        addChunk(png, "IDAT", deflated(rows(width, height, greys)));
        addChunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .array();
    }

    private static byte[] rows(int width, int height, byte[] greys) {
        byte[] rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            int at = y * (width + 1);
            rows[at] = SUB;
            byte left = 0;
            for (int x = 0; x < width; x++) {
                byte grey = greys[y * width + x];
                rows[at + 1 + x] = (byte) (grey - left);
                left = grey;
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 2 + 64);
            byte[] piece = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void addChunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeBytes(intBytes(data.length));
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(intBytes((int) sum.getValue()));
    }

    private static byte[] intBytes(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
