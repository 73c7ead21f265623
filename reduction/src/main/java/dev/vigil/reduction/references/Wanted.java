package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a catalogue is to be made of, as far as its files do not say so themselves.
 *
 * @param name of the catalogue
 * @param form how its columns are called: gaia, tycho2, refcat2 or generic; else it is recognised
 * @param columns which column has a role; a unit may follow a colon
 * @param band the name of a band, and of its system behind a colon
 * @param epoch of the places, or to which they are brought where each star has its own
 * @param faintest fainter stars are left out
 * @param region stars elsewhere are left out
 * @param note where the stars come from, in a sentence
 */
public record Wanted(
        String name,
        Optional<String> form,
        Map<Role, String> columns,
        Optional<String> band,
        Optional<Epoch> epoch,
        double faintest,
        Optional<Region> region,
        String note) {
    public Wanted {
        columns = Map.copyOf(columns);
        if (form.isPresent() && KnownCatalogue.named(form.get()).isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + form.get() + "' is no known form; there are " + KnownCatalogue.words());
        }
    }

    /** A part of the sky. */
    public record Region(SkyPosition centre, double radiusDegrees) {
        boolean holds(SkyPosition place) {
            return place.arcsecondsFrom(centre) <= 3600 * radiusDegrees;
        }
    }

    /** All that the files hold, as they say it. */
    public static Wanted all(String name) {
        return new Wanted(
                name,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                "");
    }

    public Wanted withEpoch(Epoch other) {
        return new Wanted(name, form, columns, band, Optional.of(other), faintest, region, note);
    }

    public Wanted withBand(String other) {
        return new Wanted(name, form, columns, Optional.of(other), epoch, faintest, region, note);
    }

    public Wanted withNote(String other) {
        return new Wanted(name, form, columns, band, epoch, faintest, region, other);
    }

    /**
     * Reads what a user says of columns.
     *
     * @param words such as {@code ra=ALPHA} and {@code pmra=MUA:arcsec/yr}
     */
    public static Map<Role, String> columns(Iterable<String> words) {
        Map<Role, String> columns = new TreeMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            Role role = Role.named(parts[0].strip())
                    .filter(known -> parts.length == 2 && !parts[1].isBlank())
                    .orElseThrow(() -> new IllegalArgumentException("'" + word
                            + "' does not name a column as in ra=RAJ2000; what a column can be: " + Role.words()));
            columns.put(role, parts[1].strip());
        }
        return columns;
    }
}
