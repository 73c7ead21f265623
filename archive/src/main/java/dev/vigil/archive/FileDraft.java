package dev.vigil.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A draft that is written. */
final class FileDraft extends DraftFile {
    private final ArchiveKey key;
    private final Path file;
    private final FileChannel channel;
    private final Sha256 digest = new Sha256();
    private long size;

    FileDraft(ArchiveKey key, Path file) throws IOException {
        this.key = key;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int octet) throws ArchiveException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws ArchiveException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw ArchiveException.of("writing " + key, e);
        }
        digest.update(bytes, offset, length);
        size += length;
    }

    @Override
    public ArchiveKey key() {
        return key;
    }

    @Override
    public String digest() {
        return digest.soFar();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    Path file() {
        return file;
    }

    @Override
    void finish() throws IOException {
        channel.force(true);
        channel.close();
    }

    @Override
    public void close() throws ArchiveException {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ArchiveException.of("forgetting a draft of " + key, e);
        }
    }
}
