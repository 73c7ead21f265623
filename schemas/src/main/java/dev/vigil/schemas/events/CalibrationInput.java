package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * A frame that a master is to be made of.
 *
 * @param identity the frame
 * @param facts what its header says
 * @param file where it can be read
 */
public record CalibrationInput(FrameIdentity identity, FrameFacts facts, StoredFile file) {
    public CalibrationInput {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(file, "file");
    }
}
