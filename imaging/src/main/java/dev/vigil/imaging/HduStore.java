package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Keeps the data of extensions in a scratch file, as they will lie in theirs, until all are ready to be written: of an image that is kept
 * here nothing stays in memory. Several threads may put something in.
 */
public final class HduStore {
    private static final int PIECE = 16 * Blocks.SIZE;

    private final SeekableByteChannel scratch;
    private long end;

    /** An empty one; the channel is the caller's to close, once all is written. */
    public HduStore(SeekableByteChannel scratch) {
        this.scratch = scratch;
    }

    /** The same HDU, whose data lie here now. */
    public OutputHdu put(OutputHdu hdu) throws IOException {
        if (hdu instanceof OutputHdu.Later later) {
            return put(later.made().get());
        }
        // An extension's cards do not depend on how many there are.
        DataUnit data = DataUnit.of(hdu, 1, 2);
        return new OutputHdu.Stored(hdu.header(), stored(data));
    }

    private synchronized DataUnit stored(DataUnit data) throws IOException {
        long begin = end;
        data.bytes().write(this::append);
        long length = end - begin;
        return new DataUnit(data.structure(), data.sum(), sink -> read(begin, length, sink));
    }

    private void append(byte[] bytes, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.wrap(bytes, 0, length);
        scratch.position(end);
        while (piece.hasRemaining()) {
            scratch.write(piece);
        }
        end += length;
    }

    private synchronized void read(long begin, long length, BlockBuffer.Sink sink) throws IOException {
        byte[] piece = new byte[PIECE];
        scratch.position(begin);
        for (long done = 0; done < length; done += piece.length) {
            int some = (int) Math.min(piece.length, length - done);
            fill(ByteBuffer.wrap(piece, 0, some));
            sink.piece(piece, some);
        }
    }

    private void fill(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            if (scratch.read(piece) < 0) {
                throw new IOException("the scratch file is shorter than what was put into it");
            }
        }
    }
}
