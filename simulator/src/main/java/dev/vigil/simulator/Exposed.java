package dev.vigil.simulator;

import java.util.List;

/** What the amplifiers of a detector counted in one exposure. */
public record Exposed(int detector, Layout layout, List<Block> blocks) {
    public Exposed {
        blocks = List.copyOf(blocks);
    }

    /** The counts of an amplifier, row by row, overscan behind each. */
    public record Block(Amplifier amplifier, int[] counts) {}
}
