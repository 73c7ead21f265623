package dev.vigil.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where bytes live. A file appears whole or not at all, under a name that had none, and never changes;
 * one that the disk has damaged can be set aside.
 *
 * <p>All of it may be done again: whoever publishes second is told what the first one left there.
 */
public interface Archive {
    /** Begins a file that nobody sees until it is published; the worker's name is in the draft's, to know whose it was. */
    Draft draft(ArchiveKey key, String worker) throws ArchiveException;

    /**
     * A draft that has the content of a file on this machine without its being written anew; empty where that cannot be done, and
     * where the file cannot be read: then it is copied, or that tells what is wrong.
     */
    Optional<Draft> borrow(ArchiveKey key, String worker, Path file, Borrowing how) throws ArchiveException;

    /** Room for what is needed only until a file is written: nobody else sees it, and it is given back when it is closed or its process ends, however it ends. */
    SeekableByteChannel scratch(String worker) throws ArchiveException;

    /** What it means that a file of this archive, such as {@link #scratch} gives, could not be used. */
    default ArchiveException refusing(String deed, IOException error) {
        return ArchiveException.of(deed, error);
    }

    /** Gives a draft its name, if nothing has it. The draft is used up, whatever the outcome. */
    Publication publish(Draft draft) throws ArchiveException;

    /** As {@link #publish(Draft)}, but only if the draft, read again from where it lies, has this digest. */
    Publication publish(Draft draft, String expectedDigest) throws ArchiveException;

    /** What has this name. */
    Optional<Stored> find(ArchiveKey key) throws ArchiveException;

    /** The content of a file that is there. */
    InputStream open(ArchiveKey key) throws ArchiveException;

    /** SHA-256, in hexadecimal, of a file that is there, by reading it. */
    String digest(ArchiveKey key) throws ArchiveException;

    /** The file itself, where this archive is on a local file system. It is there only if {@link #find} says so. */
    Optional<Path> path(ArchiveKey key);

    /** All files whose key is the prefix or continues it after a slash, by key; an empty prefix means all. */
    List<Stored> list(String prefix) throws ArchiveException;

    /** Takes a damaged file from its name, which a good copy may then have, and keeps it beside the archive's content. */
    boolean setAside(ArchiveKey key) throws ArchiveException;

    /** Bytes that can still be written. */
    long freeSpace() throws ArchiveException;

    /** Removes drafts that nobody has written to since, which dead workers left, and says how many. */
    int sweepDrafts(Instant untouchedSince) throws ArchiveException;
}
