package dev.vigil.reduction;

import dev.vigil.reduction.astrometry.Astrometry;
import dev.vigil.reduction.astrometry.AstrometrySolver;
import dev.vigil.reduction.astrometry.Pointing;
import dev.vigil.reduction.astrometry.SkyField;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.References;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

    /** With a catalogue and the usual settings. */
    public static SolveAstrometry by(References catalogue, String version) {
        return new SolveAstrometry(Optional.of(new KnownStars(catalogue, version)), Astrometry.DEFAULT);
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
        References catalogue = references.get().catalogue();
        if (whereabouts.pointing() instanceof HeaderPointing.Refused refused) {
            return new Placement.Tried(
                    catalogue.name(), new Solution.Failed(refused.reason(), List.of()), Optional.empty());
        }
        Pointing pointing = ((HeaderPointing.Read) whereabouts.pointing()).pointing();
        SkyField field = new SkyField(
                Detections.of(found.catalogue().get().found().sources()),
                size.width(),
                size.height(),
                pointing,
                whereabouts.epoch().orElse(Epoch.J2000),
                whereabouts.shifts());
        Solution solution = new AstrometrySolver(catalogue, settings).solve(field);
        return new Placement.Tried(
                catalogue.name(), solution, solution.fit().map(fit -> field.shiftTo(fit.coordinates())));
    }

    /** What a frame is to be flagged with. */
    static Set<Flag> flags(Placement placement) {
        if (!(placement instanceof Placement.Tried tried) || tried.solution() instanceof Solution.Good) {
            return Set.of();
        }
        return EnumSet.of(tried.solution() instanceof Solution.Poor ? Flag.ASTROMETRY_POOR : Flag.ASTROMETRY_FAILED);
    }

    @Override
    public String printed() {
        return KnownStars.printed(references, "solve astrometry", settings.toString());
    }
}
