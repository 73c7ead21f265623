package dev.vigil.reduction.sources;

/**
 * The Gaussian windows through which cores are seen. All sources are weighed by the same two, so that they compare; for
 * centring the bright ones, whose own light makes most of the noise, a wider one than for the faint, whose noise is the sky's.
 *
 * @param narrow as wide as a star
 * @param wide twice as wide
 */
record Windows(Window narrow, Window wide, Window forFaint, Window forBright) {
    /** How many standard deviations a bright source stands out by. */
    private static final double BRIGHT = 50;

    private static final double FOR_FAINT = 1.2;
    private static final double FOR_BRIGHT = 1.4;

    /** How far a stamp reaches, in standard deviations of a star. */
    private static final double REACH = 5;

    static Stamp stamp(double sigma) {
        return new Stamp((int) Math.ceil(REACH * sigma) + 1);
    }

    /** Sigma is that of a star. */
    static Windows over(Stamp stamp, double sigma) {
        return new Windows(
                new Window(stamp, sigma),
                new Window(stamp, 2 * sigma),
                new Window(stamp, FOR_FAINT * sigma),
                new Window(stamp, FOR_BRIGHT * sigma));
    }

    Window centring(Island island) {
        return island.peak() < BRIGHT ? forFaint : forBright;
    }
}
