package dev.vigil.schemas.events;

import java.util.List;

/**
 * Judge the files of these frames again by the producer's present profile. What is said differently of a file is its next revision.
 *
 * @param frames the frames
 */
public record JudgeAgain(List<FrameId> frames) implements Wish {
    public JudgeAgain {
        frames = List.copyOf(frames);
    }
}
