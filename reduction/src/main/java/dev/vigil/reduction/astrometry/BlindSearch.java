package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a detector looked without being told: by patterns of four sources, each looked up among those of the whole sky,
 * the brightest first, and each tried on the other sources, until chance cannot have done it.
 */
final class BlindSearch {
    private static final int BRIGHTEST = 32;
    private static final int SOURCES_TRIED = 100;

    /** By how much a place in a pattern may be off, in units of its base. */
    private static final double SHAPE_SLACK = 0.004;

    /** Of the diagonal: what is shorter is too coarse a measure of the whole. */
    private static final double SHORTEST = 0.1;

    /** Who was not found by then is not there: a bound on the time that a failure takes. */
    private static final int MOST_TRIALS = 40_000;

    private static final int FEWEST_STARS = 5;

    private final UnplacedField field;
    private final References references;
    private final SkyPatterns patterns;
    private final Points sources;
    private final Points tried;
    private final double shortest;
    private int trials;
    private Optional<Found> found = Optional.empty();

    /** Where the sky was found, and how it was judged. */
    record Found(WorldCoordinates coordinates, Odds.Judgement judgement, int trials) {}

    BlindSearch(UnplacedField field, References references, SkyPatterns patterns) {
        this.field = field;
        this.references = references;
        this.patterns = patterns;
        this.sources =
                Points.of(field.detections().stream().map(field::fromCentre).toList());
        this.tried = sources.first(SOURCES_TRIED);
        this.shortest = SHORTEST * Math.hypot(field.width(), field.height());
    }

    Optional<Found> find() {
        int many = Math.min(BRIGHTEST, sources.size());
        for (int fourth = 3; fourth < many; fourth++) {
            for (int third = 2; third < fourth; third++) {
                for (int second = 1; second < third; second++) {
                    for (int first = 0; first < second; first++) {
                        if (isDone(first, second, third, fourth)) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isDone(int... four) {
        FourStars.of(sources, four).filter(shape -> shape.base() >= shortest).ifPresent(shape -> {
            if (!isFound(shape, false, four)) {
                isFound(shape.mirrored(), true, four);
            }
        });
        return found.isPresent() || trials >= MOST_TRIALS;
    }

    private boolean isFound(FourStars shape, boolean mirrored, int[] four) {
        return patterns.anyLike(
                shape,
                SHAPE_SLACK,
                shape.base() * field.smallestScale(),
                shape.base() * field.largestScale(),
                base -> trials < MOST_TRIALS && isRight(base, shape, mirrored, four));
    }

    private boolean isRight(SkyPatterns.Base base, FourStars shape, boolean mirrored, int[] four) {
        Similarity similarity = onto(base, shape, mirrored);
        double scale = similarity.scale();
        double reach = field.reachPixels() * scale;
        SkyPosition middle = degrees(base.from(), similarity.x(0, 0), similarity.y(0, 0));
        PatternMatch.Frame frame = new PatternMatch.Frame(
                reach, Rung.tolerance(scale, reach), Math.PI * reach * reach / (field.areaPixels() * scale * scale));
        List<ReferenceStar> stars =
                references.around(middle, reach / 3600, field.epoch(), frame.starsFor(tried.size()));
        return stars.size() >= FEWEST_STARS && convinces(base, similarity, frame, stars, four);
    }

    private boolean convinces(
            SkyPatterns.Base base,
            Similarity similarity,
            PatternMatch.Frame frame,
            List<ReferenceStar> stars,
            int[] four) {
        Points places = StarPlane.of(stars, base.from()).places().times(3600);
        Odds odds = new Odds(tried, places, frame.tolerance(), trials);
        Odds.Judgement judgement = odds.tried(similarity, four);
        trials = odds.trials();
        if (judgement.isBeyondChance()) {
            found = Optional.of(new Found(coordinates(base.from(), similarity), judgement, trials));
        }
        return found.isPresent();
    }

    /** From pixels to arc seconds on the plane that touches the sky where the base begins. */
    private Similarity onto(SkyPatterns.Base base, FourStars shape, boolean mirrored) {
        Points ends =
                StarPlane.places(List.of(base.from(), base.to()), base.from()).times(3600);
        return Similarity.between(sources, new int[] {shape.from(), shape.to()}, ends, new int[] {0, 1}, mirrored);
    }

    private static SkyPosition degrees(SkyPosition tangent, double east, double north) {
        return tangent.skyAt(new Offset(east / 3600, north / 3600));
    }

    /** The plane touches the sky where the base begins, and the reference pixel may be outside the detector. */
    private WorldCoordinates coordinates(SkyPosition tangent, Similarity similarity) {
        double a = similarity.a() / 3600;
        double b = similarity.b() / 3600;
        double sign = similarity.isMirrored() ? -1 : 1;
        LinearMap map = new LinearMap(a, -sign * b, b, sign * a);
        Offset reference = map.back(new Offset(-similarity.shiftX() / 3600, -similarity.shiftY() / 3600));
        return new WorldCoordinates(
                tangent,
                new PixelPosition(
                        field.centre().x() + reference.x(), field.centre().y() + reference.y()),
                map,
                new Distortion.None());
    }
}
