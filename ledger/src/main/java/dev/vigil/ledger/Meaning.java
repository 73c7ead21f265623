package dev.vigil.ledger;

import dev.vigil.schemas.events.Measurements;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one number in the ledger means.
 *
 * @param name by which events and profiles call it
 * @param unit empty for a plain number
 * @param description what it is, in words
 * @param place where it stands, as SQL
 */
public record Meaning(String name, String unit, String description, String place) {
    private static final String OTHERS = "others";
    private static final String REDUCTIONS = "reductions.";
    private static final Set<String> TYPED = Arrays.stream(Measurements.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals(OTHERS))
            .collect(Collectors.toUnmodifiableSet());

    public Meaning {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(place, "place");
    }

    /** Of a measurement of a frame: those that every camera has stand in columns of their own. */
    public static Meaning ofFrames(String name, String unit, String description) {
        return new Meaning(
                name,
                unit,
                description,
                REDUCTIONS + (TYPED.contains(name) ? column(name) : OTHERS + " ->> '" + name + "'"));
    }

    /** Of a number of a master's quality, under its key there. */
    public static Meaning ofMasters(String name, String unit, String description, String key) {
        return new Meaning(name, unit, description, "masters.quality ->> '" + key + "'");
    }

    /** Of a number that only checks tell. */
    public static Meaning ofChecks(String name, String unit, String description) {
        return new Meaning(name, unit, description, "checks.value, master_checks.value");
    }

    /** The column of reductions that holds it, where it has one. */
    Optional<String> column() {
        return TYPED.contains(name) ? Optional.of(column(name)) : Optional.empty();
    }

    /** As a comment tells it. */
    String words() {
        String sentence = description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
        return sentence + (unit.isEmpty() ? "." : " [" + unit + "].");
    }

    private static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
