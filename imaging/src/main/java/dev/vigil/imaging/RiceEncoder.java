package dev.vigil.imaging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes tiles of whole numbers as RICE_1 streams, bit for bit those that cfitsio writes. */
final class RiceEncoder {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ALL_ONES = 0xffff_ffffL;
    /** The most bits that fit behind those of a byte that is begun. */
    private static final int ROOM = 56;

    private final RiceWidth width;
    private final int blockSize;
    private final int[] differences;
    private final byte[] bytes;
    /** Where the next whole byte goes; what follows it is in {@link #pending}, from the highest bit down. */
    private int at;

    private long pending;
    private int pendingBits;

    RiceEncoder(RiceWidth width, int blockSize, int mostPixels) {
        this.width = width;
        this.blockSize = blockSize;
        this.differences = new int[mostPixels];
        this.bytes = new byte[mostBytes(width, blockSize, mostPixels)];
    }

    /** A number costs at most four bits more than it has, a block its split, and a store eight bytes at once. */
    private static int mostBytes(RiceWidth width, int blockSize, int pixels) {
        long blocks = pixels / blockSize + 1;
        return Math.toIntExact((pixels * (width.bits() + 4L) + blocks * width.splitBits()) / 8 + 32);
    }

    /** Encodes the first pixels of the array as one tile, and says how many of {@link #bytes} are its stream. */
    int encode(int[] pixels, int count) {
        at = 0;
        pending = 0;
        pendingBits = 0;
        differ(pixels, count);
        put(pixels[0] & ALL_ONES >>> width.unused(), width.bits());
        for (int from = 0; from < count; from += blockSize) {
            block(from, Math.min(count, from + blockSize));
        }
        return at + (pendingBits + 7) / 8;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Differences to the pixel before, the sign in the lowest bit; they wrap around, and so do they when added again. */
    private void differ(int[] pixels, int count) {
        int unused = width.unused();
        differences[0] = 0;
        for (int i = 1; i < count; i++) {
            int difference = (pixels[i] - pixels[i - 1]) << unused >> unused;
            differences[i] = (difference << 1) ^ (difference >> 31);
        }
    }

    private void block(int from, int to) {
        long sum = sum(from, to);
        int split = split(sum, to - from);
        if (split >= width.noSplit()) {
            put(width.noSplit() + 1L, width.splitBits());
            asTheyAre(from, to);
        } else if (sum == 0) {
            put(0, width.splitBits());
        } else {
            put(split + 1L, width.splitBits());
            split(from, to, split);
        }
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += differences[i] & ALL_ONES;
        }
        return sum;
    }

    /** How many low bits of each number are written as they are: about as many as the mean has, less one. */
    private static int split(long sum, int count) {
        long mean = Math.max(0, sum - count / 2 - 1) / count;
        return Long.SIZE - Long.numberOfLeadingZeros(mean >>> 1);
    }

    private void asTheyAre(int from, int to) {
        for (int i = from; i < to; i++) {
            put(differences[i] & ALL_ONES, width.bits());
        }
    }

    /** The high part of each number as so many zeros and a one, then its low bits; four at once where they are short. */
    private void split(int from, int to, int low) {
        long one = 1L << low;
        int mask = (int) one - 1;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            int a = differences[i];
            int b = differences[i + 1];
            int c = differences[i + 2];
            int d = differences[i + 3];
            int forB = (b >>> low) + 1 + low;
            int forC = (c >>> low) + 1 + low;
            int forD = (d >>> low) + 1 + low;
            long all = (long) (a >>> low) + 1 + low + forB + forC + forD;
            if (all <= ROOM) {
                long ab = (one | a & mask) << forB | one | b & mask;
                long cd = (one | c & mask) << forD | one | d & mask;
                put(ab << (forC + forD) | cd, (int) all);
            } else {
                number(a, low);
                number(b, low);
                number(c, low);
                number(d, low);
            }
        }
        for (; i < to; i++) {
            number(differences[i], low);
        }
    }

    private void number(int value, int low) {
        int zeros = value >>> low;
        while (zeros > ROOM - 1 - low) {
            int some = Math.min(zeros, ROOM);
            put(0, some);
            zeros -= some;
        }
        long one = 1L << low;
        put(one | value & one - 1, zeros + 1 + low);
    }

    /** The lowest bits of a value that has no others set; at most {@link #ROOM}. */
    private void put(long value, int bits) {
        int used = pendingBits + bits;
        long filled = pending | value << (Long.SIZE - used);
        LONGS.set(bytes, at, filled);
        at += used >>> 3;
        pending = filled << (used & ROOM);
        pendingBits = used & 7;
    }
}
