package dev.vigil.bench.chain;

import java.util.OptionalDouble;

/** The parts of an exposure's way, as astronomers name them. */
enum Line {
    PIXELS("read, assemble, bias, dark, flat, gain, mask, variance", 0.2, true),
    COSMIC_RAYS("cosmic rays", 1.0, true),
    SOURCES("background, detection, positions, photometry", 0.6, true),
    SKY("coordinates and zero point", 0.1, true),
    WRITING("write image (RICE q4) and catalogue", 0.4, true),
    PREVIEW("preview and thumbnail", 0.2, true),
    STREAKS("streaks of satellites", Double.NaN, false),
    POINTS("sources as points (PSF model and photometry)", Double.NaN, false),
    PLANES("write uncertainty and mask, without loss", Double.NaN, false),
    PLOTS("maps of background and star widths", Double.NaN, false);

    private final String words;
    private final double aim;
    private final boolean inPeersChain;

    Line(String words, double aim, boolean inPeersChain) {
        this.words = words;
        this.aim = aim;
        this.inPeersChain = inPeersChain;
    }

    String words() {
        return words;
    }

    /** Seconds of CPU. */
    OptionalDouble aim() {
        return Double.isNaN(aim) ? OptionalDouble.empty() : OptionalDouble.of(aim);
    }

    /** Whether the chain that an astronomer would write does this too. */
    boolean isInPeersChain() {
        return inPeersChain;
    }
}
