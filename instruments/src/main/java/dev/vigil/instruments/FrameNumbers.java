package dev.vigil.instruments;

import java.util.Objects;
import java.util.Optional;

/**
 * What a frame is counted by, as its header says it, or else its name.
 *
 * @param exposure the exposure that its file is of
 * @param running the number that runs on from frame to frame
 * @param member the number of its file among those of the exposure
 * @param members how many files the exposure has
 */
public record FrameNumbers(String exposure, Optional<Long> running, Optional<Long> member, Optional<Long> members) {
    public FrameNumbers {
        Objects.requireNonNull(exposure, "exposure");
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(members, "members");
    }
}
