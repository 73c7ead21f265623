package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a frame waits for, or waited for last.
 *
 * @param turn counts the waits of a revision
 * @param over whether the wait has ended
 * @param stage what it waits to do
 * @param awaited the kind of thing
 * @param reason the thing and how it stands
 * @param since since when
 * @param at when this was said
 */
public record Wait(int turn, boolean over, Stage stage, Awaited awaited, String reason, Instant since, Instant at) {
    static final Comparator<Wait> NEWNESS =
            Comparator.comparingInt(Wait::turn).thenComparing(Wait::over).thenComparing(Wait::at);

    public Wait {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(awaited, "awaited");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
    }

    static Wait of(FrameWaiting waiting) {
        String reason = waiting.state().isBlank() ? waiting.what() : waiting.what() + ": " + waiting.state();
        return new Wait(
                waiting.turn(),
                waiting.over(),
                waiting.stage(),
                waiting.awaited(),
                reason,
                waiting.since(),
                waiting.at());
    }

    /** What a person can do. */
    String remedy() {
        return awaited.remedy(stage);
    }

    Whereabouts whereabouts() {
        return awaited == Awaited.ANSWER ? Whereabouts.STALLED : Whereabouts.WAITING;
    }
}
