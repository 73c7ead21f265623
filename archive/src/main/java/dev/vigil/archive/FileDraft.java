package dev.vigil.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A draft that is written. Its digest is that of the bytes as they are read back from the disk, once they have been written through to it: one
 * pass over them proves what came and what lies there.
 */
final class FileDraft extends DraftFile {
    private final ArchiveKey key;
    private final Path root;
    private final Path file;
    private final FileChannel channel;
    private Optional<String> digest = Optional.empty();
    private boolean isWrittenThrough;
    private long size;

    FileDraft(ArchiveKey key, Path root, Path file) throws IOException {
        this.key = key;
        this.root = root;
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
            throw ArchiveException.of("writing " + key, root, e);
        }
        digest = Optional.empty();
        isWrittenThrough = false;
        size += length;
    }

    @Override
    public ArchiveKey key() {
        return key;
    }

    @Override
    public String digest() throws ArchiveException {
        if (digest.isEmpty()) {
            try {
                digest = Optional.of(readBack());
            } catch (IOException e) {
                throw ArchiveException.of("reading back " + key, root, e);
            }
        }
        return digest.get();
    }

    private String readBack() throws IOException {
        writeThrough();
        return Sha256.of(file);
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
        writeThrough();
        channel.close();
    }

    private void writeThrough() throws IOException {
        if (!isWrittenThrough) {
            channel.force(true);
            isWrittenThrough = true;
        }
    }

    @Override
    String proven() throws IOException {
        return digest();
    }

    @Override
    public void close() throws ArchiveException {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ArchiveException.of("forgetting a draft of " + key, root, e);
        }
    }
}
