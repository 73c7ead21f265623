package dev.vigil.simulator;

/** What a simulated telescope looks at, and through which optics. */
public enum Fields {
    /** Fields of made stars, wherever the night's zenith is. */
    MADE(Optics.USUAL),

    /** Fields of real stars of Tycho-2 with made ones that are fainter, through a lens that sees enough of them. */
    TYCHO2(Optics.WIDE);

    private final Optics optics;

    Fields(Optics optics) {
        this.optics = optics;
    }

    Optics optics() {
        return optics;
    }
}
