package dev.vigil.reduction.references;

import dev.vigil.imaging.BulkStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** The bytes of a file on their way: taken into a digest, and told to whoever watches. */
final class SourceStream extends BulkStream {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final MessageDigest digest;
    private final LongConsumer watching;
    private long position;

    /** @param position how many bytes of other files have gone by before */
    SourceStream(InputStream in, MessageDigest digest, LongConsumer watching, long position) {
        this.in = in;
        this.digest = digest;
        this.watching = watching;
        this.position = position;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, length);
        if (got > 0) {
            digest.update(into, offset, got);
            position += got;
            watching.accept(position);
        }
        return got;
    }

    /** Who unpacks it asks this to know whether another part follows. */
    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads what nobody has asked for, so that the digest is that of the whole file. */
    void drain() throws IOException {
        byte[] waste = new byte[BUFFER];
        while (read(waste, 0, waste.length) >= 0) {
            // Reading is all.
        }
    }

    long position() {
        return position;
    }
}
