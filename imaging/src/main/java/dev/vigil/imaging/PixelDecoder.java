package dev.vigil.imaging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** Turns big-endian stored values into physical ones: scale, zero point, blanks. */
final class PixelDecoder {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final int bitpix;
    private final double scale;
    private final double zero;
    private final OptionalLong blank;

    private PixelDecoder(int bitpix, double scale, double zero, OptionalLong blank) {
        this.bitpix = bitpix;
        this.scale = scale;
        this.zero = zero;
        this.blank = blank;
    }

    static PixelDecoder of(Header header, int bitpix) {
        double scale = header.number("BSCALE").orElse(1);
        double zero = header.number("BZERO").orElse(0);
        OptionalLong blank = bitpix > 0 ? header.integer("BLANK") : OptionalLong.empty();
        return new PixelDecoder(bitpix, scale, zero, blank);
    }

    int bytesPerPixel() {
        return Math.abs(bitpix) / 8;
    }

    /** So many values, from one byte of what is stored to one place among the pixels. */
    void decode(byte[] bytes, int from, int count, float[] pixels, int at) {
        switch (bitpix) {
            case 8 -> bytes(bytes, from, count, pixels, at);
            case 16 -> shorts(bytes, from, count, pixels, at);
            case 32 -> ints(bytes, from, count, pixels, at);
            case -32 -> floats(bytes, from, count, pixels, at);
            default -> wide(bytes, from, count, pixels, at);
        }
    }

    private void bytes(byte[] bytes, int from, int count, float[] pixels, int at) {
        for (int i = 0; i < count; i++) {
            pixels[at + i] = physical(bytes[from + i] & 0xff);
        }
    }

    private void shorts(byte[] bytes, int from, int count, float[] pixels, int at) {
        if (scale == 1 && zero == Math.rint(zero) && Math.abs(zero) <= 1 << 20 && blank.isEmpty()) {
            int whole = (int) zero;
            for (int i = 0; i < count; i++) {
                pixels[at + i] = (short) SHORTS.get(bytes, from + 2 * i) + whole;
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            pixels[at + i] = physical((short) SHORTS.get(bytes, from + 2 * i));
        }
    }

    private void ints(byte[] bytes, int from, int count, float[] pixels, int at) {
        for (int i = 0; i < count; i++) {
            pixels[at + i] = physical((int) INTS.get(bytes, from + 4 * i));
        }
    }

    private void floats(byte[] bytes, int from, int count, float[] pixels, int at) {
        boolean asTheyAre = scale == 1 && zero == 0;
        for (int i = 0; i < count; i++) {
            float stored = Float.intBitsToFloat((int) INTS.get(bytes, from + 4 * i));
            pixels[at + i] = asTheyAre ? stored : (float) (stored * scale + zero);
        }
    }

    private void wide(byte[] bytes, int from, int count, float[] pixels, int at) {
        for (int i = 0; i < count; i++) {
            long stored = (long) LONGS.get(bytes, from + 8 * i);
            pixels[at + i] = bitpix == 64 ? physical(stored) : (float) (Double.longBitsToDouble(stored) * scale + zero);
        }
    }

    private float physical(long stored) {
        return blank.isPresent() && blank.getAsLong() == stored ? Float.NaN : (float) (stored * scale + zero);
    }
}
