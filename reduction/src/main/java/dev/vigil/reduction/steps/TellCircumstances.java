package dev.vigil.reduction.steps;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.ephemeris.Observatory;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.recipes.SkyStep;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells through how much air the frame looked, and where moon and sun stood.
 *
 * @param site of the telescope, where it is known without the header
 */
public record TellCircumstances(Optional<Observatory> site) implements SkyStep {
    public TellCircumstances {
        Objects.requireNonNull(site);
    }

    @Override
    public Findings compare(Findings found, Size size, Whereabouts whereabouts) {
        Optional<SkyPosition> field = found.placement()
                .coordinates()
                .map(coordinates -> coordinates.skyAt(size.middle()))
                .or(() -> whereabouts.pointing().middle(size));
        return found.under(Circumstances.of(site.or(whereabouts::site), whereabouts.middle(), field)
                .orAirmass(whereabouts.airmass()));
    }

    @Override
    public String printed() {
        return "tell airmass, moon and sun: "
                + site.map(Observatory::toString).orElse("where the header puts the telescope")
                + "; without place, time or field the header's airmass";
    }
}
