package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Stage;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a frame stands, and why, in words for people.
 *
 * @param whereabouts where it is counted
 * @param stage the part of the way that it is on, or that stopped it
 * @param reason why it is there; empty where that is plain
 * @param remedy what a person can do about it; empty where nothing is to be done
 * @param since since when
 */
public record Account(Whereabouts whereabouts, Stage stage, String reason, String remedy, Instant since) {
    public Account {
        Objects.requireNonNull(whereabouts, "whereabouts");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(since, "since");
    }
}
