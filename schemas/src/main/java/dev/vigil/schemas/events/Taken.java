package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * The file is complete and will be transferred.
 *
 * @param file its bytes
 * @param facts what its header says
 */
public record Taken(TakenFile file, FrameFacts facts) implements Judgement {
    public Taken {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(facts, "facts");
    }
}
