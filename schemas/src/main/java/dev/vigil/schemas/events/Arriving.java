package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * The file is there but not proven complete.
 *
 * @param why what is missing
 */
public record Arriving(String why) implements Judgement {
    public Arriving {
        Objects.requireNonNull(why, "why");
    }
}
