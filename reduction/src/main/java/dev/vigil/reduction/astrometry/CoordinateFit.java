package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits coordinates to stars, from a first idea of where the sources lie: pairs each source with the star that is nearest to
 * where the fit so far puts it, fits again without what stands out, and so on, each time within a smaller radius. What comes
 * of it follows to the last bit from which sources were paired with which stars, and not from the first idea.
 */
final class CoordinateFit {
    /** So many sources decide first: of the brightest there are few, and hardly one is paired by chance. */
    private static final int BRIGHT = 300;

    private static final int JUDGED_BY = 100;
    private static final int ROUNDS = 3;
    private static final int FEWEST_PAIRS = 4;

    /** In pixels: a star so near is always looked at. */
    private static final double NEAR = 1;

    /** How many typical distances away a star is looked for. */
    private static final double REACH = 6;

    /** Steps in a degree. */
    private static final double ROUND = 1e4;

    private static final double SECONDS = 3600;
    private static final double FIRST_FLOOR_IN_PIXELS = 0.1;

    private final List<Detection> detections;
    private final List<ReferenceStar> stars;
    private final PixelPosition centre;
    private final Astrometry settings;
    private final double degreesPerPixel;
    private final double unit;

    private StarPlane plane;
    private PointGrid grid;
    private Points predicted;

    /** Detections and stars have the brightest first; the centre becomes the reference pixel. */
    CoordinateFit(
            List<Detection> detections,
            List<ReferenceStar> stars,
            PixelPosition centre,
            double degreesPerPixel,
            Astrometry settings) {
        this.detections = detections;
        this.stars = stars;
        this.centre = centre;
        this.settings = settings;
        this.degreesPerPixel = degreesPerPixel;
        this.unit = Math.max(1, Math.max(centre.x(), centre.y()));
    }

    /**
     * Coordinates that are good enough to go on from.
     *
     * @param typical within how many degrees half of their stars lie
     */
    record Guess(WorldCoordinates coordinates, double typical) {}

    /** By the brightest sources alone. Where they lie on the plane that touches the sky at the tangent, in degrees, is known to this radius. */
    Optional<Guess> guess(SkyPosition tangent, Points places, double radius) {
        touch(tangent);
        predicted = places;
        int bright = Math.min(BRIGHT, detections.size());
        Optional<RobustFit> fit =
                again(fitted(bright, radius, 1), bright, radius, Math.min(3, settings.highestOrder()));
        return fit.map(found -> new Guess(coordinates(found), found.typicalDistance()));
    }

    /** By all sources. */
    Optional<Fit> settled(Guess guess, double radius) {
        touch(guess.coordinates().skyAt(centre));
        predicted = StarPlane.places(detections, guess.coordinates(), plane.tangent());
        Optional<RobustFit> fit = fitted(detections.size(), within(guess.typical(), radius), settings.highestOrder());
        for (int round = 1; round < ROUNDS; round++) {
            double reach = within(fit.map(RobustFit::typicalDistance).orElse(0.0), radius);
            fit = again(fit, detections.size(), reach, settings.highestOrder());
        }
        return fit.flatMap(this::afresh).map(this::finished);
    }

    private double within(double typical, double radius) {
        return Math.min(radius, Math.max(NEAR * degreesPerPixel, typical * REACH));
    }

    /** The same pairs on planes that do not remember how one came to them. */
    private Optional<RobustFit> afresh(RobustFit fit) {
        return on(middle(fit).rounded(ROUND), fit).flatMap(first -> on(middle(first), first));
    }

    private SkyPosition middle(RobustFit fit) {
        return plane.tangent().skyAt(fit.map().constant());
    }

    private Optional<RobustFit> on(SkyPosition tangent, RobustFit fit) {
        touch(tangent);
        Pairs pairs = pairs(fit.pairs().sources(), fit.pairs().stars());
        return RobustFit.of(pairs, fit.order(), unit, FIRST_FLOOR_IN_PIXELS * degreesPerPixel);
    }

    private Optional<RobustFit> again(Optional<RobustFit> before, int many, double radius, int order) {
        before.ifPresent(fit -> predict(fit.map()));
        return before.flatMap(fit -> fitted(many, radius, order));
    }

    private void touch(SkyPosition tangent) {
        plane = StarPlane.of(stars, tangent);
        grid = new PointGrid(plane.places());
    }

    private Optional<RobustFit> fitted(int many, double radius, int order) {
        Pairs pairs = pairs(many, radius);
        return pairs.size() < FEWEST_PAIRS
                ? Optional.empty()
                : OrderChoice.best(pairs, unit, FIRST_FLOOR_IN_PIXELS * degreesPerPixel, order);
    }

    /** Lets the plane touch the sky where the centre looks, and says where the map puts the sources on it. */
    private void predict(PlaneMap map) {
        SkyPosition before = plane.tangent();
        touch(before.skyAt(map.constant()));
        List<SkyPosition> places = detections.stream()
                .map(detection -> map.at(
                        detection.place().x() - centre.x(), detection.place().y() - centre.y()))
                .map(before::skyAt)
                .toList();
        predicted = StarPlane.places(places, plane.tangent());
    }

    /** The star nearest to each source; where several claim one, the nearest of them has it. */
    private Pairs pairs(int many, double radius) {
        int[] starOf = new int[many];
        int[] sourceOf = new int[stars.size()];
        double[] least = new double[stars.size()];
        Arrays.fill(sourceOf, -1);
        for (int i = 0; i < many; i++) {
            starOf[i] = detections.get(i).isClean()
                    ? grid.nearest(predicted.x()[i], predicted.y()[i], radius)
                    : -1;
            if (starOf[i] >= 0) {
                double distance = distance(i, starOf[i]);
                if (sourceOf[starOf[i]] < 0 || distance < least[starOf[i]]) {
                    sourceOf[starOf[i]] = i;
                    least[starOf[i]] = distance;
                }
            }
        }
        int[] sources = IntStream.range(0, many)
                .filter(i -> starOf[i] >= 0 && sourceOf[starOf[i]] == i)
                .toArray();
        return pairs(sources, Arrays.stream(sources).map(i -> starOf[i]).toArray());
    }

    private double distance(int source, int star) {
        return Math.hypot(
                plane.places().x()[star] - predicted.x()[source],
                plane.places().y()[star] - predicted.y()[source]);
    }

    private Pairs pairs(int[] sources, int[] starsOfThem) {
        int size = sources.length;
        Pairs pairs = new Pairs(
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                sources,
                starsOfThem);
        for (int k = 0; k < size; k++) {
            Detection detection = detections.get(sources[k]);
            int star = starsOfThem[k];
            double error = detection.errorPixels() * degreesPerPixel;
            pairs.u()[k] = detection.place().x() - centre.x();
            pairs.v()[k] = detection.place().y() - centre.y();
            pairs.x()[k] = plane.places().x()[star];
            pairs.y()[k] = plane.places().y()[star];
            pairs.variance()[k] = error * error + plane.errors()[star] * plane.errors()[star];
        }
        return pairs;
    }

    private Fit finished(RobustFit fit) {
        return new Fit(
                coordinates(fit), fit.kept(), SECONDS * fit.rms(), fit.order(), brightMatched(fit), residuals(fit));
    }

    private List<Residual> residuals(RobustFit fit) {
        Pairs pairs = fit.pairs();
        return IntStream.range(0, pairs.size())
                .filter(fit::isKept)
                .mapToObj(pair -> residual(fit.map(), pairs, pair))
                .toList();
    }

    private Residual residual(PlaneMap map, Pairs pairs, int pair) {
        Offset star = new Offset(pairs.x()[pair], pairs.y()[pair]);
        Offset beside =
                map.linear().back(map.at(pairs.u()[pair], pairs.v()[pair]).minus(star));
        return new Residual(
                new PixelPosition(centre.x() + pairs.u()[pair], centre.y() + pairs.v()[pair]), beside.x(), beside.y());
    }

    private WorldCoordinates coordinates(RobustFit fit) {
        LinearMap linear = fit.map().linear();
        Distortion distortion = settings.form() == Astrometry.Form.TPV && fit.order() > 1
                ? tpv(fit, linear)
                : fit.map().sip();
        return new WorldCoordinates(middle(fit), centre, linear, distortion);
    }

    /** The unknowns of TPV are degrees on the straight plane, so the same pairs are fitted once more. */
    private Distortion tpv(RobustFit fit, LinearMap linear) {
        return RobustFit.of(fit.pairs().on(linear), fit.order(), unit * degreesPerPixel, fit.floor())
                .<Distortion>map(again -> again.map().tpv())
                .orElseGet(() -> fit.map().sip());
    }

    private double brightMatched(RobustFit fit) {
        int[] sources = fit.pairs().sources();
        long matched = IntStream.range(0, sources.length)
                .filter(pair -> sources[pair] < JUDGED_BY && fit.isKept(pair))
                .count();
        long clean =
                detections.stream().limit(JUDGED_BY).filter(Detection::isClean).count();
        return clean == 0 ? 0 : (double) matched / clean;
    }
}
