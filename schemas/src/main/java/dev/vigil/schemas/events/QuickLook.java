package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * Look at a frame as it came, without masters.
 *
 * @param identity the frame
 * @param facts what its header says
 * @param input where it can be read
 */
public record QuickLook(FrameIdentity identity, FrameFacts facts, StoredFile input) implements Work {
    public QuickLook {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(input, "input");
    }
}
