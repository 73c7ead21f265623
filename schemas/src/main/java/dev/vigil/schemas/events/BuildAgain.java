package dev.vigil.schemas.events;

import java.util.List;

/**
 * Build these masters again, of what they were built of.
 *
 * @param masters the masters
 */
public record BuildAgain(List<MasterId> masters) implements Wish {
    public BuildAgain {
        masters = List.copyOf(masters);
    }
}
