package dev.vigil.imaging;

import java.util.Objects;

/** What comes of unpacking a packed file, beside the original. */
public sealed interface Undoing {

    /** The original, byte for byte; its SHA-256 in hexadecimal. */
    record Exact(String sha256) implements Undoing {
        public Exact {
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** Something else. */
    record Different(String why) implements Undoing {
        public Different {
            Objects.requireNonNull(why, "why");
        }
    }
}
