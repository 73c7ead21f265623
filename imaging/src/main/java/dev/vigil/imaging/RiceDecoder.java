package dev.vigil.imaging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads tiles of whole numbers from RICE_1 streams, a few blocks at a time. */
final class RiceDecoder {
    /** So many bytes must follow a stream in its array; what they hold does not matter. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** At least so many bits of eight bytes are left behind a byte that is begun. */
    private static final int SURE = 57;

    private final RiceWidth width;
    private final int blockSize;
    private byte[] bytes = new byte[0];
    private long end;
    /** The next bit to be read, counted from the beginning of the array. */
    private long at;

    private int last;

    RiceDecoder(RiceWidth width, int blockSize) {
        this.width = width;
        this.blockSize = blockSize;
    }

    /** Begins a tile. */
    void begin(byte[] array, int offset, int length) throws DamagedTileException {
        bytes = array;
        at = 8L * offset;
        end = 8L * (offset + length);
        last = (int) take(width.bits());
    }

    /** Reads the next pixels of the tile: whole blocks of them, except at its end. */
    void decode(int[] pixels, int count) throws DamagedTileException {
        for (int from = 0; from < count; from += blockSize) {
            block(pixels, from, Math.min(count, from + blockSize));
        }
        int unused = width.unused();
        for (int i = 0; i < count; i++) {
            pixels[i] = pixels[i] << unused >> unused;
        }
    }

    private void block(int[] pixels, int from, int to) throws DamagedTileException {
        int split = (int) take(width.splitBits()) - 1;
        if (split > width.noSplit()) {
            throw new DamagedTileException("a block is split at bit " + split);
        } else if (split == width.noSplit()) {
            asTheyAre(pixels, from, to);
        } else if (split < 0) {
            Arrays.fill(pixels, from, to, last);
        } else {
            split(pixels, from, to, split);
        }
    }

    private void asTheyAre(int[] pixels, int from, int to) throws DamagedTileException {
        for (int i = from; i < to; i++) {
            last += signed((int) take(width.bits()));
            pixels[i] = last;
        }
    }

    /**
     * Numbers of which the high part is so many zeros before a one. Eight bytes hold several; where the next one is not wholly
     * among the bits that are left, zeros that were shifted in make it seem longer than those.
     */
    private void split(int[] pixels, int from, int to, int low) throws DamagedTileException {
        long position = at;
        int pixel = last;
        long bits = 0;
        int left = 0;
        for (int i = from; i < to; i++) {
            int zeros = Long.numberOfLeadingZeros(bits);
            if (zeros + 1 + low > left) {
                bits = bitsAt(position);
                left = SURE;
                zeros = Long.numberOfLeadingZeros(bits);
            }
            int used = zeros + 1 + low;
            if (used <= SURE) {
                pixel += signed((zeros - 1 << low) + (int) (bits << zeros >>> 63 - low));
                position += used;
                bits <<= used;
                left -= used;
            } else {
                at = position;
                pixel += signed(longNumber(low));
                position = at;
                left = 0;
            }
            pixels[i] = pixel;
        }
        checkNotBeyond(position);
        at = position;
        last = pixel;
    }

    private static int signed(int value) {
        return value >>> 1 ^ -(value & 1);
    }

    private int longNumber(int low) throws DamagedTileException {
        long zeros = 0;
        long bits = bitsAt(at);
        while (bits >>> Long.SIZE - SURE == 0) {
            at += SURE;
            zeros += SURE;
            bits = bitsAt(at);
        }
        int more = Long.numberOfLeadingZeros(bits);
        at += more + 1;
        zeros += more;
        if (zeros << low >>> width.bits() != 0) {
            throw new DamagedTileException("a number has more than " + width.bits() + " bits");
        }
        return (int) (zeros << low | take(low));
    }

    /** At most 32 bits. */
    private long take(int count) throws DamagedTileException {
        long taken = bitsAt(at) >>> 1 >>> Long.SIZE - 1 - count;
        at += count;
        checkNotBeyond(at);
        return taken;
    }

    /** The next bits from the highest down, at least {@link #SURE} of them. */
    private long bitsAt(long position) throws DamagedTileException {
        checkNotBeyond(position);
        return (long) LONGS.get(bytes, (int) (position >>> 3)) << (position & 7);
    }

    private void checkNotBeyond(long position) throws DamagedTileException {
        if (position > end) {
            throw new DamagedTileException("its stream ends too soon");
        }
    }
}
