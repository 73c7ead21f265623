package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * A named rule says that the file is not reduced. It is transferred and archived all the same.
 *
 * @param rule the rule
 * @param file its bytes
 * @param facts what its header says
 */
public record Excluded(String rule, TakenFile file, FrameFacts facts) implements Judgement {
    public Excluded {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(facts, "facts");
    }
}
