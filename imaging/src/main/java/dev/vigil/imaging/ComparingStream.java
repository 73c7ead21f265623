package dev.vigil.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** Compares what is written to it with what another stream holds. */
final class ComparingStream extends OutputStream {
    private final InputStream expected;
    private final byte[] buffer = new byte[1 << 16];
    private long compared;
    private OptionalLong difference = OptionalLong.empty();

    ComparingStream(InputStream expected) {
        this.expected = expected;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length && difference.isEmpty(); ) {
            int some = Math.min(buffer.length, length - done);
            int got = expected.readNBytes(buffer, 0, some);
            int mismatch = Arrays.mismatch(buffer, 0, got, bytes, offset + done, offset + done + some);
            if (mismatch >= 0) {
                difference = OptionalLong.of(compared + mismatch);
            }
            compared += some;
            done += some;
        }
    }

    /** The place, counted from 0, of the first byte that only one has or that differs; ask when all is written. */
    OptionalLong firstDifference() throws IOException {
        return difference.isEmpty() && expected.read() >= 0 ? OptionalLong.of(compared) : difference;
    }
}
