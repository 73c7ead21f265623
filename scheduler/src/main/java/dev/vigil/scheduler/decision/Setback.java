package dev.vigil.scheduler.decision;

import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.MasterFailed;

/**
 * What a worker says of an attempt that failed.
 *
 * @param attempt which attempt
 * @param category the class of the reason
 * @param reason what is wrong
 * @param isFinal whether the worker knows of no attempt that is left
 */
record Setback(int attempt, FailureCategory category, String reason, boolean isFinal) {
    static Setback of(FrameFailed news) {
        return new Setback(news.identity().attempt(), news.category(), news.reason(), news.isFinal());
    }

    static Setback of(MasterFailed news) {
        return new Setback(news.attempt(), news.category(), news.reason(), news.isFinal());
    }
}
