package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Offset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Stars on a plane and what a camera saw of them, drawn from a seed; in arc seconds, the brightest first. */
final class MadeSky {
    static final double HALF_SIDE = 2048;
    static final double POINTING = 600;
    static final double REACH = HALF_SIDE * Math.sqrt(2);
    static final double TOLERANCE = 10;

    private final Random random;
    final List<Offset> stars = new ArrayList<>();
    final List<Offset> sources = new ArrayList<>();

    private MadeSky(long seed) {
        this.random = new Random(seed);
    }

    /** The truth takes a source to its star; a share of sources is missing, and as many are none. */
    static MadeSky of(long seed, int stars, Similarity truth, double share) {
        MadeSky sky = new MadeSky(seed);
        for (int i = 0; i < stars; i++) {
            sky.addStar(truth, share);
        }
        return sky;
    }

    /** Sources that have nothing to do with the stars. */
    static MadeSky ofChance(long seed, int stars, int sources) {
        MadeSky sky = of(seed, stars, new Similarity(1, 0, false, 0, 0), 1);
        sky.sources.clear();
        for (int i = 0; i < sources; i++) {
            sky.sources.add(sky.anywhere(HALF_SIDE));
        }
        return sky;
    }

    private void addStar(Similarity truth, double share) {
        Offset star = anywhere(REACH + POINTING);
        if (star.length() > REACH + POINTING) {
            return;
        }
        stars.add(star);
        Offset source = back(truth, star);
        if (isSeen(source) && random.nextDouble() >= share) {
            sources.add(new Offset(source.x() + 0.3 * random.nextGaussian(), source.y() + 0.3 * random.nextGaussian()));
        }
        if (isSeen(source) && random.nextDouble() < share) {
            sources.add(anywhere(HALF_SIDE));
        }
    }

    private Offset anywhere(double half) {
        return new Offset((2 * random.nextDouble() - 1) * half, (2 * random.nextDouble() - 1) * half);
    }

    private static boolean isSeen(Offset source) {
        return Math.abs(source.x()) < HALF_SIDE && Math.abs(source.y()) < HALF_SIDE;
    }

    private static Offset back(Similarity truth, Offset star) {
        double u = star.x() - truth.shiftX();
        double v = star.y() - truth.shiftY();
        double norm = truth.scale() * truth.scale();
        double x = (truth.a() * u + truth.b() * v) / norm;
        double y = (truth.a() * v - truth.b() * u) / norm;
        return new Offset(x, truth.isMirrored() ? -y : y);
    }

    PatternMatch match(Freedom freedom) {
        double searched = Math.PI * Math.pow(REACH + POINTING, 2) / Math.pow(2 * HALF_SIDE, 2);
        return new PatternMatch(
                Points.of(sources), Points.of(stars), new PatternMatch.Frame(REACH, TOLERANCE, searched), freedom);
    }
}
