package dev.vigil.reduction.astrometry;

/**
 * Judges whether sources fall on stars because they are these stars, or by chance: by how much more often a source of a true
 * match has a star beside it than a place that was thrown at random. By Ville's inequality chance drives this ratio above L
 * in one of L trials at most, whenever one stops; so a trial stops as soon as it is above.
 */
final class Odds {
    /** How often a chance match may be taken for a true one. */
    private static final double ACCEPTED_RISK = 1e-8;

    /** The share of bright sources that the catalogue knows too; the odds grow if it is more than about a sixth. */
    private static final double KNOWN = 0.5;

    /** No hit is taken to be less likely by chance: real sources are not thrown at random. */
    private static final double LEAST_CHANCE = 3e-4;

    private static final double MOST_CHANCE = 0.4;
    private static final double HOPELESS = -6;

    private final Points sources;
    private final PointGrid stars;
    private final double radius;
    private final int[] takenBy;
    private int trials;

    /** How a trial ended: hits of those sources that were looked at, those that the trial was made of included. */
    record Judgement(double logOdds, int hits, int sources, boolean isBeyondChance) {}

    Odds(Points sources, Points stars, double radius) {
        this(sources, stars, radius, 0);
    }

    /** Where so many trials were made before on other stars. */
    Odds(Points sources, Points stars, double radius, int trials) {
        this.sources = sources;
        this.stars = new PointGrid(stars);
        this.radius = radius;
        this.takenBy = new int[stars.size()];
        this.trials = trials;
    }

    int trials() {
        return trials;
    }

    /** Tries a similarity on all sources but those that it was made of, and stops when the matter is decided. */
    Judgement tried(Similarity similarity, int[] corners) {
        trials++;
        double enough = Math.log(trials / ACCEPTED_RISK);
        double odds = 0;
        int hits = corners.length;
        takeStarsOf(corners, similarity);
        int seen = corners.length;
        for (int i = 0; i < sources.size() && odds > HOPELESS && odds <= enough; i++) {
            if (isNone(corners, i)) {
                double x = similarity.x(sources.x()[i], sources.y()[i]);
                double y = similarity.y(sources.x()[i], sources.y()[i]);
                boolean hit = takeStarAt(x, y);
                odds += worth(hit, x, y);
                hits += hit ? 1 : 0;
                seen++;
            }
        }
        return new Judgement(odds, hits, seen, odds > enough);
    }

    /** The other pieces of a source that the trial was made of are no proof either. */
    private void takeStarsOf(int[] corners, Similarity similarity) {
        for (int corner : corners) {
            takeStarAt(
                    similarity.x(sources.x()[corner], sources.y()[corner]),
                    similarity.y(sources.x()[corner], sources.y()[corner]));
        }
    }

    private static boolean isNone(int[] corners, int source) {
        for (int corner : corners) {
            if (corner == source) {
                return false;
            }
        }
        return true;
    }

    /** Takes the star there for this trial, and tells whether there was one to be had: it counts once, lest a source in several pieces count as often. */
    private boolean takeStarAt(double x, double y) {
        int star = stars.nearest(x, y, radius);
        if (star < 0 || takenBy[star] == trials) {
            return false;
        }
        takenBy[star] = trials;
        return true;
    }

    private double worth(boolean hit, double x, double y) {
        double chance = Math.min(MOST_CHANCE, Math.max(LEAST_CHANCE, Math.PI * radius * radius * stars.density(x, y)));
        return Math.log(hit ? KNOWN / chance : (1 - KNOWN) / (1 - chance));
    }
}
