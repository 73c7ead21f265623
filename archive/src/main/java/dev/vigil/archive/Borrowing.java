package dev.vigil.archive;

/** How a file of another folder on this machine becomes a draft without being read and written through this process. */
public enum Borrowing {
    /**
     * A second name of the same file. Whoever writes into that file afterwards, under its first name, changes the archive: only for
     * files that are never written in place.
     */
    LINK,

    /** Another file that shares the blocks of the first until one of them is written to; few file systems can do that. */
    CLONE
}
