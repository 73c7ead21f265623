package dev.vigil.reduction.astrometry;

import java.util.Optional;

/**
 * Finds how sources lie on stars: by triangles of the same shape, each tried on the other sources, the brightest first, until
 * chance cannot have done it. Sources are where the header puts them, on the plane of the stars.
 */
final class PatternMatch {
    /** How many of the brightest sources make triangles, one attempt after another. */
    private static final int[] STAGES = {10, 18, 28, 40};

    /** By how much the corner of a triangle may be off, in units of its longest side. */
    private static final double SHAPE_SLACK = 0.008;

    /** In units of half the frame's diagonal: what is shorter is too coarse a measure of the whole. */
    private static final double SHORTEST = 0.2;

    private static final int SOURCES_TRIED = 100;
    private static final int MOST_STARS = 250;

    /** Who was not found by then is not there: a bound on the time that a failure takes. */
    private static final int MOST_TRIALS = 500_000;

    private final Points sources;
    private final Points stars;
    private final Frame frame;
    private final Freedom freedom;

    /**
     * What one searches in.
     *
     * @param reach half the diagonal of the detector, in arc seconds
     * @param tolerance by how far a source may miss its star
     * @param starsPerSource how many stars are as bright as a source, for each source: the searched area by the detector's
     */
    record Frame(double reach, double tolerance, double starsPerSource) {
        /** So many stars hold the counterparts of so many sources, unless these are three standard deviations too faint. */
        int starsFor(int sources) {
            double expected = sources * starsPerSource;
            return (int) Math.ceil(expected + 3 * Math.sqrt(expected));
        }
    }

    /** A match and how it was judged. */
    record Found(Similarity similarity, Odds.Judgement judgement, int trials) {}

    static String told(Odds.Judgement judgement, int trials) {
        return "found by %d of %d sources, odds of e^%.0f against chance in %d trials"
                .formatted(judgement.hits(), judgement.sources(), judgement.logOdds(), trials);
    }

    PatternMatch(Points sources, Points stars, Frame frame, Freedom freedom) {
        this.sources = sources.first(SOURCES_TRIED);
        this.stars = stars.first(frame.starsFor(this.sources.size()));
        this.frame = frame;
        this.freedom = freedom;
    }

    Optional<Found> find() {
        Odds odds = new Odds(sources, stars, frame.tolerance());
        for (int many : STAGES) {
            Optional<Found> found = new Stage(many, odds).find();
            if (found.isPresent() || many >= sources.size()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** One attempt with so many of the sources. */
    private final class Stage {
        private final Odds odds;
        private final Triangles ours;
        private final Triangles theirs;
        private final int[] from = new int[3];
        private final int[] to = new int[3];
        private Found found;

        Stage(int many, Odds odds) {
            this.odds = odds;
            double shortest = SHORTEST * frame.reach();
            double longest = 2 * frame.reach();
            double slack = 1 + freedom.scale();
            this.ours = Triangles.of(sources.first(many), shortest, longest);
            this.theirs = Triangles.of(
                    stars.first(Math.min(MOST_STARS, frame.starsFor(many))), shortest / slack, longest * slack);
        }

        Optional<Found> find() {
            ShapeIndex index = new ShapeIndex(theirs, SHAPE_SLACK);
            for (int i = 0; i < ours.size() && found == null && odds.trials() < MOST_TRIALS; i++) {
                int triangle = i;
                index.anyLike(ours.along(i), ours.aside(i), like -> isRight(triangle, like));
            }
            return Optional.ofNullable(found);
        }

        private boolean isRight(int our, int their) {
            boolean mirrored = ours.aside(our) < 0 != theirs.aside(their) < 0;
            if (Math.abs(theirs.base(their) / ours.base(our) - 1) > freedom.scale()
                    || mirrored && !freedom.mayBeMirrored()) {
                return false;
            }
            for (int corner = 0; corner < 3; corner++) {
                from[corner] = ours.corner(our, corner);
                to[corner] = theirs.corner(their, corner);
            }
            Similarity similarity = Similarity.between(sources, from, stars, to, mirrored);
            return freedom.allows(similarity) && convinces(similarity);
        }

        private boolean convinces(Similarity similarity) {
            Odds.Judgement judgement = odds.tried(similarity, from);
            if (judgement.isBeyondChance()) {
                found = new Found(similarity, judgement, odds.trials());
            }
            return found != null;
        }
    }
}
