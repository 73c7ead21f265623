package dev.vigil.calibrator;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Work;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Words the one answer that every task gets. */
record Answers(String worker, Clock clock) {

    Outgoing<?> reduced(ReductionTask task, FrameIdentity identity, FrameDone done, Instant began) {
        Instant now = clock.instant();
        FrameReduced event = new FrameReduced(
                identity.withAttempt(task.attempt()),
                now,
                task.task(),
                done.kind(),
                done.reduction(),
                done.recipe(),
                done.detectors(),
                done.masters(),
                done.products(),
                done.measurements(),
                done.flags(),
                worker,
                Duration.between(began, now),
                done.checked().checks(),
                done.checked().good(),
                done.placed(),
                done.sameAs());
        return new Outgoing<>(Topics.FRAMES_REDUCED, identity.frame().value(), event);
    }

    Outgoing<?> built(ReductionTask task, BuildMaster work, MasterDone done, Instant began) {
        Instant now = clock.instant();
        MasterBuilt event = new MasterBuilt(
                work.master(),
                work.unit(),
                work.kind(),
                work.set(),
                work.version(),
                work.night(),
                now,
                task.task(),
                task.attempt(),
                work.configuration(),
                work.filter(),
                work.exposureTime(),
                done.middle(),
                done.inputs(),
                Translation.used(work.masters()),
                List.of(done.product()),
                done.quality(),
                done.flags(),
                worker,
                Duration.between(began, now),
                done.checked().checks(),
                done.checked().good());
        return new Outgoing<>(Topics.MASTERS_BUILT, work.master().value(), event);
    }

    Outgoing<?> failed(ReductionTask task, Trouble trouble) {
        Work work = task.work();
        if (work instanceof QuickLook look) {
            return frameFailed(task, look.identity(), Stage.QUICK_LOOK, trouble);
        }
        if (work instanceof ReduceFrame frame) {
            return frameFailed(task, frame.identity(), Stage.REDUCTION, trouble);
        }
        return masterFailed(task, (BuildMaster) work, trouble);
    }

    Outgoing<?> gaveUp(ReductionTask task, int deliveries) {
        return failed(
                task,
                new Trouble(
                        FailureCategory.GAVE_UP,
                        "gave up after " + deliveries + " deliveries, none of which was answered",
                        "see in the calibrator's log what stops the workers that take it"));
    }

    Outgoing<?> broke(ReductionTask task, Throwable cause) {
        return failed(
                task,
                new Trouble(
                        FailureCategory.SOFTWARE,
                        "the calibrator broke: " + cause,
                        "report this, with the calibrator's log, as an error of the software"));
    }

    private Outgoing<?> frameFailed(ReductionTask task, FrameIdentity identity, Stage stage, Trouble trouble) {
        FrameFailed event = new FrameFailed(
                identity.withAttempt(task.attempt()),
                clock.instant(),
                task.task(),
                stage,
                trouble.category(),
                identity.frame().path() + ": " + trouble.reason(),
                trouble.remedy(),
                task.of(),
                worker,
                trouble.obstacle());
        return new Outgoing<>(Topics.FRAMES_FAILED, identity.frame().value(), event);
    }

    private Outgoing<?> masterFailed(ReductionTask task, BuildMaster work, Trouble trouble) {
        MasterFailed event = new MasterFailed(
                work.master(),
                work.unit(),
                work.kind(),
                work.set(),
                clock.instant(),
                task.task(),
                trouble.category(),
                work.master() + ": " + trouble.reason(),
                trouble.remedy(),
                task.attempt(),
                task.of(),
                worker,
                trouble.obstacle());
        return new Outgoing<>(Topics.MASTERS_FAILED, work.master().value(), event);
    }
}
