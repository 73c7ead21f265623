package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * The file cannot be taken as it is.
 *
 * @param category the class of the reason
 * @param reason what is wrong, naming the file
 * @param remedy what a person can do about it
 */
public record Refused(FailureCategory category, String reason, String remedy) implements Judgement {
    public Refused {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }
}
