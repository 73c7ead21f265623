package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.Hopeless;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.policy.Lanes;
import dev.vigil.scheduler.policy.Rank;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Masters;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.IngestSign;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.topics.Topics;
import java.util.Optional;

/** Arranges what follows from what is known of a frame. */
final class FrameWork {
    private final Turn turn;

    FrameWork(Turn turn) {
        this.turn = turn;
    }

    static FrameStanding failedFor(FrameStanding standing, Stage stage, int attempt) {
        return standing.with(stage, standing.of(stage).asFailed(attempt));
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
        transfer(standing);
        ingest(standing);
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

    private void transfer(FrameStanding standing) {
        boolean wanted = standing.file().isPresent() && !standing.transfer().isOver();
        if (wanted && turn.state().tasks().get(standing.task(Stage.TRANSFER)).isEmpty()) {
            new NightWork(turn).begin(standing, task(standing, Stage.TRANSFER));
        } else if (!wanted) {
            turn.tasks().drop(standing.task(Stage.TRANSFER));
        }
    }

    /** A copy that is whole is not yet taken in; where only a person can say so, nobody goes to look. */
    private void ingest(FrameStanding standing) {
        boolean awaited = standing.isToBeIngested()
                && standing.transfer().isDone()
                && !standing.ingest().isOver();
        boolean isTold = standing.elsewhere()
                .filter(place -> place.sign() == IngestSign.TOLD)
                .isPresent();
        if (awaited && isTold) {
            turn.waits().wordIsAwaited(standing);
        } else if (awaited) {
            turn.tasks().ensure(task(standing, Stage.RECORDING));
        } else {
            turn.tasks().drop(standing.task(Stage.RECORDING));
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
        Optional<Hopeless> hopeless = standing.facts().flatMap(Hopeless::of);
        if (hopeless.isPresent()) {
            sayHopeless(standing, hopeless.get());
            changed(failedFor(standing, Stage.REDUCTION, 0));
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
                .set(new Alarm(
                        turn.now().plus(turn.policy(frame.unit()).remember()),
                        Alarm.Purpose.FORGET_FRAME,
                        frame.value()));
    }

    /** Forgets a finished frame; one that is on its way again is still wanted. */
    void forget(FrameId frame) {
        turn.state().frames().get(frame).filter(FrameStanding::isFinished).ifPresent(turn.neighbours()::forget);
        turn.state().frames().forget(frame);
    }

    private Task task(FrameStanding standing, Stage stage) {
        FrameAnnounced announced = standing.announced().orElseThrow();
        String unit = announced.identity().unit();
        return Task.first(
                standing.task(stage),
                unit,
                new Subject.OfFrame(standing.frame(), standing.revision(), stage),
                Lanes.of(announced, standing.taken(), turn.policy(unit).backfillAfter()),
                standing.taken(),
                announced.identity().exposure(),
                standing.of(stage).attempts(),
                rank(standing));
    }

    private static Rank rank(FrameStanding standing) {
        boolean isOpportunity =
                standing.facts().filter(FrameFacts::isOfOpportunity).isPresent();
        return isOpportunity ? Rank.OPPORTUNITY : Rank.USUAL;
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
                "take or copy the calibration frames, or vigil retry those that failed; then vigil retry FRAME",
                0,
                "scheduler");
        turn.say(Topics.FRAMES_FAILED, said.identity().frame().value(), failed);
    }

    private void sayHopeless(FrameStanding standing, Hopeless hopeless) {
        FrameFailed failed = new FrameFailed(
                standing.identity().orElseThrow(),
                turn.now(),
                "",
                Stage.REDUCTION,
                hopeless.category(),
                standing.frame() + ": " + hopeless.reason(),
                hopeless.remedy(),
                0,
                "scheduler");
        turn.say(Topics.FRAMES_FAILED, standing.frame().value(), failed);
    }
}
