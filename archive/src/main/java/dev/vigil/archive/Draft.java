package dev.vigil.archive;

import java.io.OutputStream;

/** A file on its way into an archive: written to, then published, or closed and forgotten. */
public abstract class Draft extends OutputStream {
    /** The name that it will have. */
    public abstract ArchiveKey key();

    /** SHA-256, in hexadecimal, of what was written so far, as it lies where it was written to. */
    public abstract String digest() throws ArchiveException;

    /** How many bytes were written so far. */
    public abstract long size();

    /** Forgets what was written, unless it was published. */
    @Override
    public abstract void close() throws ArchiveException;
}
