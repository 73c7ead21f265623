package dev.vigil.reduction.findings;

import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.pointspread.PointSources;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What steps found on an image: numbers that describe the whole, the list of sources where one was made, where on the
 * sky it lies, how bright what is seen there is, and how the sky was.
 */
public record Findings(
        Measurement measurement,
        Optional<Catalogue> catalogue,
        Placement placement,
        Photometry photometry,
        Circumstances circumstances) {
    /** Nobody looked. */
    public static final Findings NONE = new Findings(Measurement.NONE, Optional.empty());

    private static final String NOT_ASKED = "the recipe does not ask for it";

    public Findings {
        Objects.requireNonNull(measurement);
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(placement);
        Objects.requireNonNull(photometry);
        Objects.requireNonNull(circumstances);
    }

    public Findings(Measurement measurement, Optional<Catalogue> catalogue) {
        this(
                measurement,
                catalogue,
                new Placement.NotRun(NOT_ASKED),
                new Photometry.NotRun(NOT_ASKED),
                Circumstances.UNKNOWN);
    }

    /** The same, with its sources fitted as points, where there are any. */
    public Findings fitted(Function<Catalogue, PointSources> fit) {
        return new Findings(
                measurement, catalogue.map(each -> each.with(fit.apply(each))), placement, photometry, circumstances);
    }

    /** The same, placed on the sky; where that went wrong, the measurement is flagged. */
    public Findings placed(Placement place) {
        return new Findings(measurement.flagged(flagsOf(place)), catalogue, place, photometry, circumstances);
    }

    /** What a frame is to be flagged with. */
    private static Set<Flag> flagsOf(Placement placement) {
        if (!(placement instanceof Placement.Tried tried) || tried.solution() instanceof Solution.Good) {
            return Set.of();
        }
        return EnumSet.of(tried.solution() instanceof Solution.Poor ? Flag.ASTROMETRY_POOR : Flag.ASTROMETRY_FAILED);
    }

    public Findings calibrated(Photometry found) {
        return new Findings(measurement, catalogue, placement, found, circumstances);
    }

    public Findings under(Circumstances found) {
        return new Findings(measurement, catalogue, placement, photometry, found);
    }
}
