package dev.vigil.reduction.steps;

import dev.vigil.reduction.ephemeris.Observatory;
import dev.vigil.reduction.recipes.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the recipe of a science frame ends: what was found is compared with the sky.
 *
 * @param onlyBand the only band whose magnitudes will do, where the filter is unlike those of catalogues
 * @param site where the telescope stands, where it is known without the header
 */
public record SkySteps(SolveAstrometry astrometry, Optional<String> onlyBand, Optional<Observatory> site) {
    /** Where nothing is known of the sky. */
    public static final SkySteps WITHOUT_REFERENCES =
            new SkySteps(SolveAstrometry.WITHOUT_REFERENCES, Optional.empty(), Optional.empty());

    public SkySteps {
        Objects.requireNonNull(astrometry);
        Objects.requireNonNull(onlyBand);
        Objects.requireNonNull(site);
    }

    public List<Step> steps(Duration exposure) {
        return List.of(
                astrometry,
                new MeasureZeroPoint(astrometry.references(), exposure, onlyBand),
                new TellCircumstances(site));
    }
}
