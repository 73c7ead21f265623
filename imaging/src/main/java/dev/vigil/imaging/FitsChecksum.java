package dev.vigil.imaging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The sums of the FITS standard: 32 bits with the carry added back, and their encoding as 16 letters and digits. */
public final class FitsChecksum {
    /** The sum of an HDU whose CHECKSUM is right. */
    public static final long ALL_ONES = 0xffff_ffffL;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int LETTERS = 16;

    private long sum;

    /** Adds bytes; their number must be a multiple of four, as it is in every block. */
    public FitsChecksum add(byte[] bytes, int offset, int length) {
        if (length % 4 != 0) {
            throw new IllegalArgumentException(length + " bytes are not whole words of four");
        }
        long even = 0;
        long odd = 0;
        int at = offset;
        for (; at + 8 <= offset + length; at += 8) {
            even += (int) WORDS.get(bytes, at) & ALL_ONES;
            odd += (int) WORDS.get(bytes, at + 4) & ALL_ONES;
        }
        if (at < offset + length) {
            even += (int) WORDS.get(bytes, at) & ALL_ONES;
        }
        sum = fold(sum + fold(even) + fold(odd));
        return this;
    }

    /** Adds a sum that was made elsewhere, such as that of the data to that of the header. */
    public FitsChecksum add(long other) {
        sum = fold(sum + fold(other));
        return this;
    }

    /** The sum so far, as DATASUM states it. */
    public long sum() {
        return sum;
    }

    /** The text of CHECKSUM that makes the sum of an HDU all ones, when its sum with sixteen zeros there is this. */
    public static String encodeComplement(long sum) {
        return encode(~sum & ALL_ONES);
    }

    private static long fold(long wide) {
        long folded = wide;
        while (folded >>> 32 != 0) {
            folded = (folded & ALL_ONES) + (folded >>> 32);
        }
        return folded;
    }

    private static String encode(long value) {
        byte[] text = new byte[LETTERS];
        for (int i = 0; i < 4; i++) {
            int[] quarter = quartersOf((int) (value >>> 24 - 8 * i) & 0xff);
            for (int j = 0; j < 4; j++) {
                // One place to the right, because the text begins at byte 11 of its card.
                text[(4 * j + i + 1) % LETTERS] = (byte) quarter[j];
            }
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** Four characters whose sum is the byte above that of four zeros, none of them punctuation. */
    private static int[] quartersOf(int value) {
        int[] quarters = {'0' + value / 4 + value % 4, '0' + value / 4, '0' + value / 4, '0' + value / 4};
        while (hasPunctuation(quarters)) {
            for (int j = 0; j < 4; j += 2) {
                if (isPunctuation(quarters[j]) || isPunctuation(quarters[j + 1])) {
                    quarters[j]++;
                    quarters[j + 1]--;
                }
            }
        }
        return quarters;
    }

    private static boolean hasPunctuation(int[] quarters) {
        for (int quarter : quarters) {
            if (isPunctuation(quarter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPunctuation(int c) {
        return c >= 0x3a && c <= 0x40 || c >= 0x5b && c <= 0x60;
    }
}
