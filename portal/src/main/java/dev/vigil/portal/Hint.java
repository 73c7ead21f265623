package dev.vigil.portal;

/** What may be wrong with a frame that differs from those before it of the same field and filter. */
sealed interface Hint {
    /** One word. */
    String word();

    /** By how much it differs. */
    String words();

    /** Stars are wider than they were, and as round. */
    record Focus(double ratio) implements Hint {
        @Override
        public String word() {
            return "focus";
        }

        @Override
        public String words() {
            return "stars are " + Words.number(ratio)
                    + " times as wide as in the frames before of this field and filter: focus, or the seeing";
        }
    }

    /** Stars are drawn out. */
    record Tracking(double ellipticity, double before) implements Hint {
        @Override
        public String word() {
            return "tracking";
        }

        @Override
        public String words() {
            return "stars are drawn out, ellipticity " + Words.number(ellipticity) + " where it was "
                    + Words.number(before) + " in the frames before of this field and filter: tracking, or wind";
        }
    }

    /** Many sources are missing, and the sky is no darker. */
    record Cloud(double share) implements Hint {
        @Override
        public String word() {
            return "cloud";
        }

        @Override
        public String words() {
            return "only " + Words.number(100 * share)
                    + " % of the sources of the frames before of this field and filter, and no darker sky: cloud";
        }
    }

    /** Sky and sources have changed together. */
    record Filter(double sky, double sources) implements Hint {
        @Override
        public String word() {
            return "filter";
        }

        @Override
        public String words() {
            return "the sky is " + Words.number(sky) + " times and the sources are " + Words.number(sources)
                    + " times those of the frames before of this field and filter: another filter, perhaps";
        }
    }
}
