package dev.vigil.schemas.topics;

import java.util.Objects;

/**
 * A topic, and what it carries.
 *
 * @param name its name
 * @param type the record that its values hold
 * @param spread how records find their partition
 * @param kept how long they are kept
 * @param <T> the type of its values
 */
public record Topic<T>(String name, Class<T> type, Spread spread, Kept kept) {
    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(spread, "spread");
        Objects.requireNonNull(kept, "kept");
    }

    /** The registry's name for the schema of its values. */
    public String subject() {
        return name + "-value";
    }

    @Override
    public String toString() {
        return name;
    }
}
