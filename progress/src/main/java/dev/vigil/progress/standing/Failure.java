package dev.vigil.progress.standing;

import dev.vigil.schemas.events.FrameFailed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * The last attempt at a stage that failed.
 *
 * @param attempt which attempt
 * @param isFinal whether none was left
 * @param reason what is wrong
 * @param remedy what a person can do about it
 * @param at when
 */
public record Failure(int attempt, boolean isFinal, String reason, String remedy, Instant at) {
    static final Comparator<Failure> NEWNESS =
            Comparator.comparingInt(Failure::attempt).thenComparing(Failure::at);

    public Failure {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(at, "at");
    }

    static Failure of(FrameFailed failed) {
        return new Failure(
                failed.identity().attempt(), failed.isFinal(), failed.reason(), failed.remedy(), failed.at());
    }

    Failure newer(Failure other) {
        return Newest.of(this, other, NEWNESS);
    }
}
