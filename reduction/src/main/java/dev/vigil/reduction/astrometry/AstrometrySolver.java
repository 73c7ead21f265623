package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Solves for coordinates: climbs a ladder of searches, from the one that trusts the header to the one over the whole sky, which
 * asks nothing of it, and fits where the first of them finds the sky. The fit is the same whichever of them found it.
 */
public final class AstrometrySolver {
    private static final String BLIND = "blind";
    private static final int FEWEST_SOURCES = 5;
    private static final int FEW = 12;
    private static final double WIDE_IN_PIXELS = 0.5;
    private static final double HARDLY_ANY = 0.1;

    private final References references;
    private final Optional<WholeSky> wholeSky;
    private final Astrometry settings;

    /** Without a search over the whole sky. */
    public AstrometrySolver(References references, Astrometry settings) {
        this(references, Optional.empty(), settings);
    }

    public AstrometrySolver(References references, Optional<WholeSky> wholeSky, Astrometry settings) {
        this.references = references;
        this.wholeSky = wholeSky;
        this.settings = settings;
    }

    /** Says good, poor or failed; never takes chance for a match. */
    public Solution solve(SkyField field) {
        List<Solution.Step> steps = new ArrayList<>();
        if (hasFew(field.seen())) {
            return tooFew(field.seen());
        }
        Climb climb = new Climb(field, references, settings);
        for (Rung rung : Rung.ladder(field, settings)) {
            Optional<Fit> fit = climb.onto(rung);
            steps.add(new Solution.Step(rung.name(), rung.ground(), climb.told()));
            if (fit.isPresent()) {
                return judged(fit.get(), steps);
            }
        }
        return blind(field.seen(), climb.told(), steps);
    }

    /**
     * Solves for the coordinates of a field of which nobody says where it is.
     *
     * @param why nobody does
     */
    public Solution solve(UnplacedField field, String why) {
        return hasFew(field) ? tooFew(field) : blind(field, why, List.of());
    }

    private static boolean hasFew(UnplacedField field) {
        return field.detections().size() < FEWEST_SOURCES;
    }

    private static Solution tooFew(UnplacedField field) {
        return new Solution.Failed(
                "only " + field.detections().size() + " sources, of which nothing can be made", List.of());
    }

    private Solution blind(UnplacedField field, String why, List<Solution.Step> before) {
        if (wholeSky.isEmpty()) {
            return new Solution.Failed(why, before);
        }
        List<Solution.Step> steps = new ArrayList<>(before);
        Optional<BlindSearch.Found> found =
                new BlindSearch(field, references, wholeSky.get().patterns()).find();
        Optional<Fit> fit = found.flatMap(
                sky -> new Settling(field.placed(sky.coordinates()), references, settings).fit(sky.coordinates()));
        steps.add(new Solution.Step(
                BLIND,
                Solution.Ground.WHOLE_SKY,
                found.map(sky -> PatternMatch.told(sky.judgement(), sky.trials()))
                        .orElse("no four of the brightest sources are like four stars of " + references.name())));
        return fit.map(coordinates -> judged(coordinates, steps))
                .orElseGet(() -> new Solution.Failed(
                        why + "; and " + steps.get(steps.size() - 1).outcome(), steps));
    }

    private static Solution judged(Fit fit, List<Solution.Step> steps) {
        double pixels = fit.rmsArcseconds() / fit.coordinates().map().arcsecondsPerPixel();
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
        private static final int FEWEST_STARS = 5;

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
                    Rung.tolerance(field.arcsecondsPerPixel(), field.reach()),
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
            Points places = StarPlane.of(stars, middle).places().times(3600);
            Points sources = sources();
            Optional<PatternMatch.Found> match =
                    new PatternMatch(rung.chosen(sources), places, frame, rung.freedom()).find();
            told = match.map(found -> PatternMatch.told(found.judgement(), found.trials()))
                    .orElse("no pattern of the sources is among the stars of " + references.name());
            return match.flatMap(found -> fitted(placed(found.similarity(), sources), frame, middle, stars));
        }

        private Optional<Fit> fitted(
                Points places, PatternMatch.Frame frame, SkyPosition middle, List<ReferenceStar> stars) {
            Optional<Fit> fit =
                    new Settling(field, references, settings).fit(places, middle, stars, 2 * frame.tolerance() / 3600);
            if (fit.isEmpty()) {
                told = "a pattern was found, but too few sources have a star to fit coordinates";
            }
            return fit;
        }

        /** Where the header puts the sources, in arc seconds from the middle. */
        private Points sources() {
            return StarPlane.places(field.detections(), field.pointing().coordinates(), field.middle())
                    .times(3600);
        }

        /** Where the similarity puts them, in degrees. */
        private static Points placed(Similarity similarity, Points sources) {
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
