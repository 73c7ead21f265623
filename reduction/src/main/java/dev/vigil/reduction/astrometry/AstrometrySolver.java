package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Solves for coordinates: climbs a ladder of searches, from the one that trusts the header to those that ask ever less of it,
 * and fits where the first of them finds the sky.
 */
public final class AstrometrySolver {
    private static final int FEWEST_SOURCES = 5;
    private static final int FEWEST_STARS = 5;
    private static final int FEW = 12;
    private static final double WIDE_IN_PIXELS = 0.5;
    private static final double HARDLY_ANY = 0.1;

    private final References references;
    private final Astrometry settings;

    public AstrometrySolver(References references, Astrometry settings) {
        this.references = references;
        this.settings = settings;
    }

    /** Says good, poor or failed; never takes chance for a match. */
    public Solution solve(SkyField field) {
        List<Solution.Step> steps = new ArrayList<>();
        if (field.detections().size() < FEWEST_SOURCES) {
            return new Solution.Failed(
                    "only " + field.detections().size() + " sources, of which nothing can be made", steps);
        }
        Climb climb = new Climb(field, references, settings);
        for (Rung rung : Rung.ladder(field, settings)) {
            Optional<Fit> fit = climb.onto(rung);
            steps.add(new Solution.Step(rung.name(), climb.told()));
            if (fit.isPresent()) {
                return judged(fit.get(), field, steps);
            }
        }
        return new Solution.Failed(climb.told(), steps);
    }

    private static Solution judged(Fit fit, SkyField field, List<Solution.Step> steps) {
        double pixels = fit.rmsArcseconds() / field.arcsecondsPerPixel();
        if (fit.matched() < FEW) {
            return new Solution.Poor(fit, "it rests on only " + fit.matched() + " stars", steps);
        }
        if (pixels > WIDE_IN_PIXELS) {
            return new Solution.Poor(fit, "stars are off by %.2f pixels".formatted(pixels), steps);
        }
        if (fit.brightMatched() < HARDLY_ANY) {
            return new Solution.Poor(
                    fit, "only %.0f %% of the brightest sources are known".formatted(100 * fit.brightMatched()), steps);
        }
        return new Solution.Good(fit, steps);
    }

    /** Tries rungs on one field, and remembers what the last one said. */
    private static final class Climb {
        private final SkyField field;
        private final References references;
        private final Astrometry settings;
        private String told = "nothing was tried";

        Climb(SkyField field, References references, Astrometry settings) {
            this.field = field;
            this.references = references;
            this.settings = settings;
        }

        String told() {
            return told;
        }

        Optional<Fit> onto(Rung rung) {
            double radius = field.reach() + rung.freedom().shiftArcseconds();
            PatternMatch.Frame frame = new PatternMatch.Frame(
                    field.reach(),
                    rung.tolerance(field),
                    rung.starsFactor() * Math.PI * radius * radius / field.area());
            int wanted = Math.min(
                    settings.mostStars(), frame.starsFor(field.detections().size()));
            SkyPosition middle = rung.middle(field);
            List<ReferenceStar> stars = references.around(middle, radius / 3600, field.epoch(), wanted);
            return stars.size() < FEWEST_STARS ? none(stars.size()) : found(rung, frame, middle, stars);
        }

        private Optional<Fit> none(int stars) {
            told = "the catalogue " + references.name() + " has only " + stars + " stars there";
            return Optional.empty();
        }

        private Optional<Fit> found(
                Rung rung, PatternMatch.Frame frame, SkyPosition middle, List<ReferenceStar> stars) {
            StarPlane plane = StarPlane.of(stars, middle);
            Points sources = sources();
            Optional<PatternMatch.Found> match =
                    new PatternMatch(rung.chosen(sources), seconds(plane.places()), frame, rung.freedom()).find();
            told = match.map(found -> "found by %d of %d sources, odds of e^%.0f against chance in %d trials"
                            .formatted(
                                    found.judgement().hits() + 3,
                                    found.judgement().sources() + 3,
                                    found.judgement().logOdds(),
                                    found.trials()))
                    .orElse("no pattern of the sources is among the stars of " + references.name());
            return match.flatMap(found -> fitted(found.similarity(), sources, frame, middle, stars));
        }

        private Optional<Fit> fitted(
                Similarity similarity,
                Points sources,
                PatternMatch.Frame frame,
                SkyPosition middle,
                List<ReferenceStar> stars) {
            Optional<Fit> fit = new CoordinateFit(
                            field.detections(), stars, field.centre(), field.arcsecondsPerPixel() / 3600, settings)
                    .from(middle, degrees(similarity, sources), 2 * frame.tolerance() / 3600);
            if (fit.isEmpty()) {
                told = "a pattern was found, but too few sources have a star to fit coordinates";
            }
            return fit;
        }

        /** Where the header puts the sources, in arc seconds from the middle. */
        private Points sources() {
            return seconds(StarPlane.places(
                    field.detections().stream()
                            .map(detection -> field.pointing().coordinates().skyAt(detection.place()))
                            .toList(),
                    field.middle()));
        }

        private static Points seconds(Points degrees) {
            double[] x = degrees.x().clone();
            double[] y = degrees.y().clone();
            for (int i = 0; i < x.length; i++) {
                x[i] *= 3600;
                y[i] *= 3600;
            }
            return new Points(x, y);
        }

        private static Points degrees(Similarity similarity, Points sources) {
            double[] x = new double[sources.size()];
            double[] y = new double[sources.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = similarity.x(sources.x()[i], sources.y()[i]) / 3600;
                y[i] = similarity.y(sources.x()[i], sources.y()[i]) / 3600;
            }
            return new Points(x, y);
        }
    }
}
