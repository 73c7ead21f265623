package dev.vigil.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A stream of bytes, such as what comes out of gzip or bzip2; skipping means reading. */
final class StreamSource implements ByteSource {
    private final InputStream stream;
    private final byte[] waste = new byte[Blocks.SIZE * 8];

    StreamSource(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException, BadFitsException {
        try {
            return stream.readNBytes(buffer, offset, length);
        } catch (EOFException cut) {
            throw StreamCompression.cutShort();
        } catch (ZipException damaged) {
            throw StreamCompression.damaged(damaged);
        }
    }

    @Override
    public void skip(long bytes) throws IOException, BadFitsException {
        long left = bytes;
        while (left > 0) {
            int got = read(waste, 0, (int) Math.min(left, waste.length));
            if (got == 0) {
                return;
            }
            left -= got;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
