package dev.vigil.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A draft that was a whole file from its beginning, linked or cloned: nothing is written to it. */
final class BorrowedDraft extends DraftFile {
    private final ArchiveKey key;
    private final Path file;
    private final String digest;
    private final long size;

    private BorrowedDraft(ArchiveKey key, Path file, String digest, long size) {
        this.key = key;
        this.file = file;
        this.digest = digest;
        this.size = size;
    }

    /** The draft that lies there, which is read once to know what it is. */
    static BorrowedDraft at(Path file, ArchiveKey key) throws IOException {
        return new BorrowedDraft(key, file, Sha256.of(file), Files.size(file));
    }

    @Override
    public void write(int octet) {
        throw new UnsupportedOperationException("a draft that was borrowed is whole: " + key);
    }

    @Override
    public ArchiveKey key() {
        return key;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    Path file() {
        return file;
    }

    /** What another program has written may not be on the disk yet. */
    @Override
    void finish() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    String proven() throws IOException {
        return Sha256.of(file);
    }

    @Override
    public void close() throws ArchiveException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ArchiveException.of("forgetting a draft of " + key, e);
        }
    }
}
