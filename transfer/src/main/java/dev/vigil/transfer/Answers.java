package dev.vigil.transfer;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FetchedFrom;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Words the one answer that every task gets. */
record Answers(String worker, Clock clock) {

    Outgoing<?> transferred(
            TransferTask task, TransferHandler.Kept kept, StoredFile readable, Instant began, List<FetchedFrom> from) {
        Instant now = clock.instant();
        Duration took = Duration.between(began, now);
        FrameTransferred event = new FrameTransferred(
                task.identity(), now, task.task(), kept.file(), readable, worker, took, from, kept.loss());
        return about(task, Topics.FRAMES_TRANSFERRED, event);
    }

    Outgoing<?> failed(TransferTask task, Trouble.Failing trouble) {
        FrameFailed event = new FrameFailed(
                task.identity(),
                clock.instant(),
                task.task(),
                task.stage(),
                trouble.category(),
                task.path() + ": " + trouble.reason(),
                trouble.remedy(),
                task.of(),
                worker,
                trouble.obstacle());
        return about(task, Topics.FRAMES_FAILED, event);
    }

    /** Other software has the frame. */
    Outgoing<?> ingested(TransferTask task, String shownBy) {
        FrameRecorded event = new FrameRecorded(task.identity(), clock.instant(), Level.INGESTED, shownBy);
        return about(task, Topics.FRAMES_RECORDED, event);
    }

    Outgoing<?> waiting(TransferTask task, Trouble.Away trouble) {
        return waiting(task, Awaited.SOURCE, trouble.what(), trouble.state());
    }

    /** A look that finds all as it was is worth no news. */
    Outgoing<?> notYet(TransferTask task, Trouble.NotYet trouble) {
        boolean isKnown =
                task.waited().since().isPresent() && task.waited().state().equals(trouble.said());
        return isKnown
                ? about(
                        task,
                        Topics.WORK_LOOKED,
                        new LookedInVain(task.identity(), clock.instant(), task.task(), task.stage()))
                : waiting(task, trouble.awaited(), trouble.what(), trouble.said());
    }

    private Outgoing<?> waiting(TransferTask task, Awaited awaited, String what, String state) {
        Instant now = clock.instant();
        FrameWaiting event = new FrameWaiting(
                task.identity(),
                now,
                task.stage(),
                awaited,
                what,
                state,
                task.waited().since().orElse(now),
                Math.max(task.identity().attempt(), task.waited().turns() + 1),
                false);
        return about(task, Topics.FRAMES_WAITING, event);
    }

    Outgoing<?> gaveUp(TransferTask task, int deliveries) {
        return failed(
                task,
                new Trouble.Failing(
                        FailureCategory.GAVE_UP,
                        "gave up after " + deliveries + " deliveries, none of which was answered",
                        "see in the transfer's log what stops the workers that take this file"));
    }

    Outgoing<?> broke(TransferTask task, Throwable cause) {
        return failed(
                task,
                new Trouble.Failing(
                        FailureCategory.SOFTWARE,
                        "the transfer broke: " + cause,
                        "report this, with the transfer's log, as an error of the software"));
    }

    private static <T> Outgoing<T> about(TransferTask task, Topic<T> topic, T event) {
        return new Outgoing<>(topic, task.identity().frame().value(), event);
    }
}
