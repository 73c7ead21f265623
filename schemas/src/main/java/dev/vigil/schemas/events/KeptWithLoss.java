package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * What the archive keeps of a file whose unit's line is set to lose something: pixels in steps of their noise.
 *
 * @param steps how many steps there are in one standard deviation of a row's noise
 * @param original SHA-256 of the file as the telescope wrote it, which stays the only exact copy
 */
public record KeptWithLoss(int steps, Sha256 original) {
    /** In the name of every such file, by which it is never taken for the exact one. */
    public static final String MARK = "~lossy";

    public KeptWithLoss {
        Objects.requireNonNull(original, "original");
    }
}
