package dev.vigil.transfer;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FetchedFrom;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Stage;
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
            TransferTask task, StoredFile archived, StoredFile readable, Instant began, List<FetchedFrom> from) {
        Instant now = clock.instant();
        Duration took = Duration.between(began, now);
        FrameTransferred event =
                new FrameTransferred(task.identity(), now, task.task(), archived, readable, worker, took, from);
        return about(task, Topics.FRAMES_TRANSFERRED, event);
    }

    Outgoing<?> failed(TransferTask task, Trouble.Failing trouble) {
        FrameFailed event = new FrameFailed(
                task.identity(),
                clock.instant(),
                task.task(),
                Stage.TRANSFER,
                trouble.category(),
                task.path() + ": " + trouble.reason(),
                trouble.remedy(),
                task.of(),
                worker);
        return about(task, Topics.FRAMES_FAILED, event);
    }

    Outgoing<?> waiting(TransferTask task, Trouble.Away trouble) {
        Instant now = clock.instant();
        int turn = Math.max(1, task.identity().attempt());
        FrameWaiting event = new FrameWaiting(
                task.identity(),
                now,
                Stage.TRANSFER,
                Awaited.SOURCE,
                trouble.what(),
                trouble.state(),
                now,
                turn,
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
