package dev.vigil.reduction.steps;

import dev.vigil.reduction.astrometry.Astrometry;
import dev.vigil.reduction.astrometry.AstrometrySolver;
import dev.vigil.reduction.astrometry.Detection;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.astrometry.SkyField;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.astrometry.UnplacedField;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pointing.HeaderPointing;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.recipes.SkyStep;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.sources.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fits coordinates to the sources by a catalogue's stars. A frame that cannot be solved keeps its header's coordinates and
 * bears a flag.
 *
 * @param references the stars; without them the step is not run, and says so
 */
public record SolveAstrometry(Optional<KnownStars> references, Astrometry settings) implements SkyStep {
    /** Where no catalogue is configured. */
    public static final SolveAstrometry WITHOUT_REFERENCES = new SolveAstrometry(Optional.empty(), Astrometry.DEFAULT);

    public SolveAstrometry {
        Objects.requireNonNull(references);
        Objects.requireNonNull(settings);
    }

    /** With a catalogue and the usual settings, where the header says. */
    public static SolveAstrometry by(References catalogue, String version) {
        return by(new KnownStars(catalogue, version));
    }

    /** With the usual settings. */
    public static SolveAstrometry by(KnownStars stars) {
        return new SolveAstrometry(Optional.of(stars), Astrometry.DEFAULT);
    }

    @Override
    public Findings compare(Findings found, Size size, Whereabouts whereabouts) {
        return found.placed(placement(found, size, whereabouts));
    }

    private Placement placement(Findings found, Size size, Whereabouts whereabouts) {
        if (references.isEmpty()) {
            return new Placement.NotRun(KnownStars.NONE);
        }
        if (found.catalogue().isEmpty()) {
            return new Placement.NotRun("no sources were looked for");
        }
        return tried(references.get(), found.catalogue().get().found().sources(), size, whereabouts);
    }

    private Placement tried(KnownStars stars, List<Source> sources, Size size, Whereabouts whereabouts) {
        AstrometrySolver solver = new AstrometrySolver(stars.catalogue(), stars.wholeSky(), settings);
        List<Detection> detections = Detections.of(sources);
        Epoch epoch = whereabouts.epoch().orElse(Epoch.J2000);
        if (whereabouts.pointing() instanceof HeaderPointing.Refused refused) {
            UnplacedField field = new UnplacedField(detections, size.width(), size.height(), refused.scale(), epoch);
            return new Placement.Tried(
                    stars.catalogue().name(), solver.solve(field, refused.reason()), Optional.empty());
        }
        Pointing pointing = ((HeaderPointing.Read) whereabouts.pointing()).pointing();
        SkyField field = new SkyField(detections, size.width(), size.height(), pointing, epoch, whereabouts.shifts());
        Solution solution = solver.solve(field);
        return new Placement.Tried(
                stars.catalogue().name(), solution, solution.fit().flatMap(fit -> field.shiftTo(fit.coordinates())));
    }

    @Override
    public String printed() {
        boolean anywhere = references.flatMap(KnownStars::wholeSky).isPresent();
        return KnownStars.printed(
                references, "solve astrometry", settings + (anywhere ? ", or anywhere on the sky" : ""));
    }
}
