package dev.vigil.archive;

/** What came of publishing a draft. */
public sealed interface Publication {
    /** SHA-256, in hexadecimal, of the bytes that were judged. */
    String digest();

    long size();

    /** Whether the name now holds these bytes: they were published, or the same were there already. */
    boolean holds(String expectedDigest);

    /** The draft has the name now. */
    record Published(String digest, long size) implements Publication {
        @Override
        public boolean holds(String expectedDigest) {
            return digest.equals(expectedDigest);
        }
    }

    /** The name was taken, by the file of this digest and size, which stays. */
    record AlreadyThere(String digest, long size) implements Publication {
        @Override
        public boolean holds(String expectedDigest) {
            return digest.equals(expectedDigest);
        }
    }

    /** The draft did not have the expected digest but this one, and nothing was published. */
    record Spoiled(String digest, long size) implements Publication {
        @Override
        public boolean holds(String expectedDigest) {
            return false;
        }
    }
}
