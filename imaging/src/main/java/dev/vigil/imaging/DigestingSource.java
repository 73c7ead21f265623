package dev.vigil.imaging;

import java.io.IOException;
import java.security.MessageDigest;

/** Digests what is read through it. */
final class DigestingSource implements ByteSource {
    private final ByteSource source;
    private final MessageDigest digest = Sha256.start();
    private final byte[] buffer = new byte[1 << 16];
    private long bytes;

    DigestingSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException, BadFitsException {
        int got = source.read(target, offset, length);
        digest.update(target, offset, got);
        bytes += got;
        return got;
    }

    @Override
    public void skip(long wanted) throws IOException, BadFitsException {
        long left = wanted;
        int got = 1;
        while (left > 0 && got > 0) {
            got = read(buffer, 0, (int) Math.min(left, buffer.length));
            left -= got;
        }
    }

    /** Reads what is left, so that the digest is that of all bytes. */
    void drain() throws IOException, BadFitsException {
        skip(Long.MAX_VALUE);
    }

    /** The digest of all bytes so far; ask once. */
    String hex() {
        return Sha256.hex(digest);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
