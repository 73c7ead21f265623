package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes on their way that are not those to be archived: a packed file, which is read again to be unpacked. */
final class ScratchFile extends Draft {
    /** How temporary files of a transfer are called, so that those of a dead one are found. */
    static final String PREFIX = "vigil-transfer-";

    private static final String NO_DIGEST = "";
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final ArchiveKey key;
    private final Path file;
    private final OutputStream out;
    private long size;

    ScratchFile(ArchiveKey key) throws ArchiveException {
        this.key = key;
        try {
            this.file = Files.createTempFile(PREFIX, ".packed");
            this.out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw ArchiveException.of("making a temporary file for " + key, FOLDER, e);
        }
    }

    /** The file, once all is written. */
    Path written() throws IOException {
        out.close();
        return file;
    }

    @Override
    public void write(int octet) throws ArchiveException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws ArchiveException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw ArchiveException.of("writing a temporary file for " + key, FOLDER, e);
        }
        size += length;
    }

    @Override
    public ArchiveKey key() {
        return key;
    }

    /** What counts is the digest of what is unpacked from it. */
    @Override
    public String digest() {
        return NO_DIGEST;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws ArchiveException {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ArchiveException.of("removing a temporary file for " + key, FOLDER, e);
        }
    }
}
