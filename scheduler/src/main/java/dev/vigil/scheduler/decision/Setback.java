package dev.vigil.scheduler.decision;

import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.MasterFailed;
import java.util.Optional;

/**
 * What a worker says of an attempt that failed.
 *
 * @param attempt which attempt
 * @param category the class of the reason
 * @param obstacle what others would meet, too, where it is said
 * @param isFinal whether the worker knows of no attempt that is left
 */
record Setback(int attempt, FailureCategory category, Optional<String> obstacle, boolean isFinal) {
    static Setback of(FrameFailed news) {
        return new Setback(news.identity().attempt(), news.category(), news.obstacle(), news.isFinal());
    }

    static Setback of(MasterFailed news) {
        return new Setback(news.attempt(), news.category(), news.obstacle(), news.isFinal());
    }
}
