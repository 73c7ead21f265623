package dev.vigil.imaging;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Gathers big-endian values into pieces of whole blocks, and pads the last one with zeros. */
final class BlockBuffer {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes = new byte[Blocks.SIZE * 16];
    private final Sink sink;
    private int used;

    BlockBuffer(Sink sink) {
        this.sink = sink;
    }

    /** Takes pieces; the array is used again for the next one. */
    interface Sink {
        void piece(byte[] bytes, int length) throws IOException;
    }

    void putByte(int value) throws IOException {
        makeRoom(1);
        bytes[used++] = (byte) value;
    }

    void putShort(int value) throws IOException {
        makeRoom(2);
        SHORTS.set(bytes, used, (short) value);
        used += 2;
    }

    void putInt(int value) throws IOException {
        makeRoom(4);
        INTS.set(bytes, used, value);
        used += 4;
    }

    void putLong(long value) throws IOException {
        makeRoom(8);
        LONGS.set(bytes, used, value);
        used += 8;
    }

    void putFloat(float value) throws IOException {
        putInt(Float.floatToIntBits(value));
    }

    /** Many values, with one look at the room for as many as there is room for. */
    void putFloats(float[] values) throws IOException {
        for (int done = 0; done < values.length; ) {
            makeRoom(4);
            int next = Math.min(values.length - done, (bytes.length - used) / 4);
            for (int i = 0; i < next; i++) {
                INTS.set(bytes, used + 4 * i, Float.floatToIntBits(values[done + i]));
            }
            used += 4 * next;
            done += next;
        }
    }

    void putBytes(ByteBuffer values) throws IOException {
        while (values.hasRemaining()) {
            makeRoom(1);
            int some = Math.min(values.remaining(), bytes.length - used);
            values.get(bytes, used, some);
            used += some;
        }
    }

    /** Many whole numbers, of each so many of its low bytes. */
    void putIntegers(int[] values, int count, int bytesOfEach) throws IOException {
        for (int done = 0; done < count; ) {
            makeRoom(bytesOfEach);
            int next = Math.min(count - done, (bytes.length - used) / bytesOfEach);
            WholeNumbers.toBytes(values, done, next, bytes, used, bytesOfEach);
            used += bytesOfEach * next;
            done += next;
        }
    }

    void finish() throws IOException {
        int padded = (int) Blocks.padded(used);
        Arrays.fill(bytes, used, padded, (byte) 0);
        if (padded > 0) {
            sink.piece(bytes, padded);
        }
        used = 0;
    }

    private void makeRoom(int length) throws IOException {
        if (bytes.length - used < length) {
            spill();
        }
    }

    private void spill() throws IOException {
        int whole = used / Blocks.SIZE * Blocks.SIZE;
        if (whole > 0) {
            sink.piece(bytes, whole);
        }
        System.arraycopy(bytes, whole, bytes, 0, used - whole);
        used -= whole;
    }
}
