package dev.vigil.imaging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole numbers of one, two and four bytes, as FITS stores them. */
final class WholeNumbers {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private WholeNumbers() {}

    static void fromBytes(byte[] bytes, int at, int bytesOfEach, int[] values, int count) {
        switch (bytesOfEach) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = bytes[at + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (short) SHORTS.get(bytes, at + 2 * i);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (int) INTS.get(bytes, at + 4 * i);
                }
            }
        }
    }

    /** Of each number its low bytes. */
    static void toBytes(int[] values, int from, int count, byte[] bytes, int at, int bytesOfEach) {
        switch (bytesOfEach) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    bytes[at + i] = (byte) values[from + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    SHORTS.set(bytes, at + 2 * i, (short) values[from + i]);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    INTS.set(bytes, at + 4 * i, values[from + i]);
                }
            }
        }
    }
}
