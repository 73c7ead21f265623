package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file as it is; skipping costs nothing. */
final class PlainSource implements ByteSource {
    private final FileChannel channel;

    PlainSource(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                break;
            }
        }
        return target.position() - offset;
    }

    @Override
    public void skip(long bytes) throws IOException {
        channel.position(channel.position() + bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
