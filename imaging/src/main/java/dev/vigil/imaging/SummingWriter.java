package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes bytes one after the other into a file, in large pieces, and sums them as FITS does. */
final class SummingWriter {
    private final FileChannel to;
    private final long begin;
    private final byte[] piece = new byte[1 << 16];
    private final FitsChecksum sum = new FitsChecksum();
    private int used;
    private long flushed;

    SummingWriter(FileChannel to, long begin) {
        this.to = to;
        this.begin = begin;
    }

    void put(byte[] bytes, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, piece.length - used);
            System.arraycopy(bytes, done, piece, used, some);
            used += some;
            done += some;
            if (used == piece.length) {
                flush();
            }
        }
    }

    void putZeros(int count) throws IOException {
        put(new byte[count], count);
    }

    /** Writes what is left; all bytes together must be whole words of four. */
    void finish() throws IOException {
        flush();
    }

    long written() {
        return flushed + used;
    }

    /** Of all that was put, once that is finished. */
    long sum() {
        return sum.sum();
    }

    private void flush() throws IOException {
        sum.add(piece, 0, used);
        ByteBuffer bytes = ByteBuffer.wrap(piece, 0, used);
        while (bytes.hasRemaining()) {
            to.write(bytes, begin + flushed + bytes.position());
        }
        flushed += used;
        used = 0;
    }
}
