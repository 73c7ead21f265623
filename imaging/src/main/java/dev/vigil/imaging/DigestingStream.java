package dev.vigil.imaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Digests and counts what is read through it. */
final class DigestingStream extends FilterInputStream {
    private final MessageDigest digest = Sha256.start();
    private long bytes;

    DigestingStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            digest.update((byte) b);
            bytes++;
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) {
            digest.update(buffer, offset, got);
            bytes += got;
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left, so that the digest is that of all bytes. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    /** The digest of all bytes so far; ask once. */
    String hex() {
        return Sha256.hex(digest);
    }

    long bytes() {
        return bytes;
    }
}
