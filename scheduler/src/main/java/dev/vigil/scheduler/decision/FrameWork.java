package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Lanes;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Masters;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.topics.Topics;
import java.util.Optional;

/** What is known of a frame, and what follows from it. */
final class FrameWork {
    private final Turn turn;

    FrameWork(Turn turn) {
        this.turn = turn;
    }

    void announced(FrameAnnounced news) {
        if (!isComplete(news.judgement())) {
            return;
        }
        at(news.identity())
                .filter(standing -> standing.announced().isEmpty())
                .ifPresent(standing -> changed(standing.with(news)));
    }

    private static boolean isComplete(Judgement judgement) {
        return judgement instanceof Taken || judgement instanceof Excluded;
    }

    void transferred(FrameTransferred news) {
        at(news.identity())
                .filter(standing -> isCurrent(standing, Stage.TRANSFER, news.task()))
                .filter(standing -> !standing.transfer().isDone())
                .ifPresent(standing -> {
                    new UnitWork(turn).proven(news.identity().unit());
                    changed(standing.with(news));
                });
    }

    void reduced(FrameReduced news) {
        Stage stage = news.kind() == ReductionKind.QUICK_LOOK ? Stage.QUICK_LOOK : Stage.REDUCTION;
        at(news.identity())
                .filter(standing -> isCurrent(standing, stage, news.task()))
                .filter(standing -> !standing.of(stage).isDone())
                .ifPresent(standing -> changed(standing.with(
                        stage, standing.of(stage).asDone(news.identity().attempt()))));
    }

    void failed(FrameFailed news) {
        if (news.stage() == Stage.SIGHTING || news.stage() == Stage.RECORDING) {
            return;
        }
        at(news.identity())
                .filter(standing -> isCurrent(standing, news.stage(), news.task()))
                .filter(standing -> !standing.of(news.stage()).isOver())
                .filter(standing -> isForGood(standing, news))
                .ifPresent(standing -> {
                    if (!news.isFinal()) {
                        sayFinal(news);
                    }
                    changed(failedFor(standing, news.stage(), news.identity().attempt()));
                });
    }

    /** Whether nothing more is tried; if something is, it is arranged here. */
    private boolean isForGood(FrameStanding standing, FrameFailed news) {
        return turn.state()
                .tasks()
                .get(standing.task(news.stage()))
                .map(task -> turn.tasks().failed(task, news.identity().attempt(), news.category(), news.isFinal()))
                .orElse(news.isFinal());
    }

    private static FrameStanding failedFor(FrameStanding standing, Stage stage, int attempt) {
        return standing.with(stage, standing.of(stage).asFailed(attempt));
    }

    /** The worker thought that another attempt was left; for this kind of failure there is none. */
    private void sayFinal(FrameFailed news) {
        FrameFailed last = new FrameFailed(
                news.identity(),
                turn.now(),
                news.task(),
                news.stage(),
                news.category(),
                news.reason(),
                news.remedy(),
                news.identity().attempt(),
                news.worker());
        turn.say(Topics.FRAMES_FAILED, news.identity().frame().value(), last);
    }

    void waiting(FrameWaiting news) {
        if (news.awaited() != Awaited.SOURCE || news.over() || news.stage() != Stage.TRANSFER) {
            return;
        }
        at(news.identity())
                .ifPresent(standing -> turn.state()
                        .tasks()
                        .get(standing.task(Stage.TRANSFER))
                        .filter(task -> task.attempt() == news.identity().attempt())
                        .filter(task -> turn.state().tasks().handed(task).isPresent())
                        .ifPresent(task -> {
                            turn.waits().sourceIsAwaited(standing, task, news);
                            turn.state().tasks().enqueue(task.afterSilence());
                            new UnitWork(turn).hold(task.unit());
                        }));
    }

    /** The standing that news of a revision add to; empty when the news is old. A newer revision takes the place of the older. */
    private Optional<FrameStanding> at(FrameIdentity identity) {
        FrameId frame = identity.frame();
        int revision = identity.revision();
        Optional<FrameStanding> known = turn.state().frames().get(frame);
        int newest = known.map(FrameStanding::revision).orElse(0);
        if (newest == revision) {
            return known;
        }
        if (revision < newest || revision <= turn.state().frames().finishedRevision(frame)) {
            return Optional.empty();
        }
        known.ifPresent(this::retire);
        return Optional.of(FrameStanding.unknown(frame, revision));
    }

    private void retire(FrameStanding old) {
        for (Stage stage : new Stage[] {Stage.TRANSFER, Stage.QUICK_LOOK, Stage.REDUCTION}) {
            turn.tasks().drop(old.task(stage));
        }
        old.announced().flatMap(SetKey::of).ifPresent(set -> turn.sets().left(set, old.frame()));
    }

    /** News of an earlier round, before a person asked again, says nothing of this one. */
    private static boolean isCurrent(FrameStanding standing, Stage stage, String task) {
        return standing.of(stage).again() == 0 || standing.task(stage).equals(task);
    }

    /** Keeps a changed standing, and does what follows from it. */
    void changed(FrameStanding standing) {
        turn.state().frames().keep(standing);
        turn.sets().heard(standing);
        settle(standing);
    }

    /** Arranges all that a frame's standing asks for. Doing so twice is doing so once. */
    void settle(FrameStanding standing) {
        boolean reducible = standing.isToBeReduced() && standing.transferred().isPresent();
        want(
                standing,
                Stage.TRANSFER,
                standing.file().isPresent() && !standing.transfer().isOver());
        want(standing, Stage.QUICK_LOOK, reducible && !standing.look().isOver());
        if (reducible && !standing.reduction().isOver()) {
            reduce(standing);
        } else {
            turn.tasks().drop(standing.task(Stage.REDUCTION));
        }
        if (standing.isFinished()) {
            finish(standing.frame());
        }
    }

    private void want(FrameStanding standing, Stage stage, boolean wanted) {
        if (wanted) {
            turn.tasks().ensure(task(standing, stage));
        } else {
            turn.tasks().drop(standing.task(stage));
        }
    }

    private void reduce(FrameStanding standing) {
        String name = standing.task(Stage.REDUCTION);
        if (turn.state().tasks().get(name).isPresent()) {
            return;
        }
        Resolution resolution = new Association(turn.state()).of(standing);
        if (resolution instanceof Resolution.Ready ready) {
            turn.waits().end(name);
            turn.tasks()
                    .ensure(task(standing, Stage.REDUCTION)
                            .with(ready.masters().stream().map(Masters::name).toList()));
        } else {
            turn.waits().masterIsAwaited(standing, resolution);
        }
    }

    private void finish(FrameId frame) {
        turn.state().frames().get(frame).ifPresent(turn.state().frames()::finish);
        turn.state()
                .alarms()
                .set(new Alarm(turn.now().plus(turn.policy().remember()), Alarm.Purpose.FORGET_FRAME, frame.value()));
    }

    private Task task(FrameStanding standing, Stage stage) {
        FrameAnnounced announced = standing.announced().orElseThrow();
        return Task.first(
                standing.task(stage),
                announced.identity().unit(),
                new Subject.OfFrame(standing.frame(), standing.revision(), stage),
                Lanes.of(announced, standing.taken(), turn.policy().backfillAfter()),
                standing.taken(),
                announced.identity().exposure(),
                standing.of(stage).attempts());
    }

    /** The time that a frame may wait for a master is over. */
    void giveUp(FrameId frame) {
        turn.state()
                .frames()
                .get(frame)
                .ifPresent(standing -> turn.state()
                        .waits()
                        .of(standing.task(Stage.REDUCTION))
                        .flatMap(wait -> wait.said())
                        .filter(said -> said.awaited() == Awaited.MASTER)
                        .ifPresent(said -> {
                            sayNoMaster(said);
                            changed(failedFor(standing, Stage.REDUCTION, 0));
                        }));
    }

    private void sayNoMaster(FrameWaiting said) {
        FrameFailed failed = new FrameFailed(
                said.identity(),
                turn.now(),
                "",
                Stage.REDUCTION,
                FailureCategory.NO_MASTER,
                said.identity().frame() + " waited since " + said.since() + " for " + said.what() + " (" + said.state()
                        + ")",
                "take or copy the calibration frames, then ask to reduce the frame again",
                0,
                "scheduler");
        turn.say(Topics.FRAMES_FAILED, said.identity().frame().value(), failed);
    }
}
