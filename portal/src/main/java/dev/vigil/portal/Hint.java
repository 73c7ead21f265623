package dev.vigil.portal;

/**
 * What may be wrong with a frame that differs from those before it of the same field and filter.
 *
 * @param word what it may be, in one word
 * @param words by how much it differs
 */
record Hint(String word, String words) {
    private static final String BEFORE = "the frames before of this field and filter";

    /** Stars are so many times as wide as they were, and as round. */
    static Hint focus(double ratio) {
        return new Hint(
                "focus",
                "stars are " + Words.number(ratio) + " times as wide as in " + BEFORE + ": focus, or the seeing");
    }

    /** Stars are drawn out. */
    static Hint tracking(double ellipticity, double before) {
        return new Hint(
                "tracking",
                "stars are drawn out, ellipticity " + Words.number(ellipticity) + " where it was "
                        + Words.number(before) + " in " + BEFORE + ": tracking, or wind");
    }

    /** Only a share of the sources is seen, and the sky is no darker. */
    static Hint cloud(double share) {
        return new Hint(
                "cloud",
                "only " + Words.number(100 * share) + " % of the sources of " + BEFORE + ", and no darker sky: cloud");
    }

    /** Only a share of the light of stars comes through, and the sky is no darker by as much. */
    static Hint dimmed(double share) {
        return new Hint(
                "cloud",
                "stars are as bright as if " + Words.number(100 * share) + " % of the light of " + BEFORE
                        + " came through: cloud");
    }

    /** Sky and stars, by the zero points, have become brighter or fainter together. */
    static Hint passband(double sky, double stars) {
        return new Hint(
                "filter",
                "the sky is " + Words.number(sky) + " times and stars are " + Words.number(stars)
                        + " times as bright as in " + BEFORE + ": another filter, perhaps");
    }

    /** Sky and sources have changed together. */
    static Hint filter(double sky, double sources) {
        return new Hint(
                "filter",
                "the sky is " + Words.number(sky) + " times and the sources are " + Words.number(sources)
                        + " times those of " + BEFORE + ": another filter, perhaps");
    }
}
