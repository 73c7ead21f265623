package dev.vigil.simulator;

import java.util.Optional;

/**
 * What is to be said of the catalogue of a simulated night where its table says nothing.
 *
 * @param name of the catalogue
 * @param band the name of the magnitudes' band, and of its system behind a colon, unless the table's heads tell it
 * @param note where the stars come from
 */
public record NightCatalogue(String name, Optional<String> band, String note) {
    static final NightCatalogue TYCHO2 = new NightCatalogue(
            "Tycho-2, some fields", Optional.empty(), "real stars, from Debian's astrometry-data-tycho2");

    static NightCatalogue ofMadeStars(NightPlan plan) {
        return new NightCatalogue(
                "simulated " + plan.unit() + " " + plan.night(),
                Optional.of(plan.filter() + ":AB"),
                "made stars, with motions and errors as in Gaia's catalogue");
    }
}
