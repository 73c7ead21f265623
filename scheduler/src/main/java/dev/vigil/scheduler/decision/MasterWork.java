package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.CalibrationSet.Phase;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Lanes;
import dev.vigil.scheduler.policy.TaskName;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Wait;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.Optional;

/** Has the masters of closed sets built, and takes note of what comes of it. */
final class MasterWork {
    private final Turn turn;

    MasterWork(Turn turn) {
        this.turn = turn;
    }

    /** Builds the closed version, or waits for the masters that calibrate its members. If a member was replaced, the next version will do. */
    void build(CalibrationSet set) {
        SetInputs inputs = SetInputs.of(turn.state(), set);
        if (!inputs.areAllOf(set)) {
            return;
        }
        Resolution resolution = new Association(turn.state()).of(inputs.wanted(set));
        String task = TaskName.build(set.key().master(set.version()));
        if (resolution instanceof Resolution.Ready ready) {
            turn.waits().end(task);
            stands(set, Phase.BUILDING, "");
            turn.tasks().ensure(inputs.task(set, ready, turn.policy(set.key().unit())));
        } else {
            new SetWaits(turn).keep(set, task, resolution);
            stands(set, phase(resolution), SetWaits.why(resolution));
        }
    }

    private static Phase phase(Resolution resolution) {
        return resolution instanceof Resolution.OnItsWay ? Phase.WAITING : Phase.STUCK;
    }

    /** A master that a set waits for has changed. */
    void resume(SetKey key) {
        turn.state()
                .sets()
                .get(key)
                .filter(set -> set.phase() == Phase.WAITING || set.phase() == Phase.STUCK)
                .ifPresent(this::build);
    }

    /** After a crash: what was to be built or waited for is arranged again. A stuck set has no task, or its phase is what was lost. */
    void mended(CalibrationSet set) {
        String task = TaskName.build(set.key().master(set.version()));
        boolean isClosed = set.phase() == Phase.BUILDING || set.phase() == Phase.WAITING || set.phase() == Phase.STUCK;
        boolean lacksSomething =
                set.phase() == Phase.STUCK || turn.state().tasks().get(task).isEmpty();
        if (isClosed && lacksSomething) {
            build(set);
        }
    }

    /** The archive takes nothing, so what stands in the queue cannot be built yet. */
    void archiveIsAwaited(Subject.OfSet subject, Line.Rest rest) {
        current(subject.set(), subject.version())
                .filter(set -> set.phase() == Phase.BUILDING)
                .ifPresent(set -> {
                    new SetWaits(turn).keep(set, TaskName.build(set.key().master(set.version())), Wait.ARCHIVE);
                    stands(set, Phase.WAITING, rest.what() + ": " + rest.state());
                });
    }

    /** The archive takes something again. */
    void goOn(Subject.OfSet subject) {
        current(subject.set(), subject.version())
                .filter(set -> set.phase() == Phase.WAITING)
                .ifPresent(set -> stands(set, Phase.BUILDING, ""));
    }

    /** Builds a master once more of what it was built of, or says why that cannot be. */
    Optional<String> again(MasterId id, String request) {
        Optional<MasterBuilt> before = turn.state().masters().find(id);
        if (before.isEmpty()) {
            return Optional.of("was not built here");
        }
        BuiltAgain again = new BuiltAgain(turn.state(), before.get());
        Optional<String> obstacle = again.isUnderWay() ? Optional.of("is being built again already") : again.obstacle();
        if (obstacle.isEmpty()) {
            Duration backfillAfter = turn.policy(id.unit()).backfillAfter();
            turn.tasks().ensure(again.task(request, Lanes.of(before.get().middle(), turn.now(), backfillAfter)));
        }
        return obstacle;
    }

    /** What it was built of has changed since somebody asked for it. */
    void cannotBeBuiltAgain(Task task, MasterBuilt before, String obstacle) {
        MasterFailed failed = new MasterFailed(
                before.master(),
                before.unit(),
                before.kind(),
                before.set(),
                turn.now(),
                task.name(),
                FailureCategory.VANISHED,
                before.master() + " " + obstacle,
                "bring it back from a backup",
                task.attempt(),
                task.attempt(),
                "scheduler");
        turn.say(Topics.MASTERS_FAILED, before.master().value(), failed);
    }

    /** No answer came to a task in time. */
    void isStalled(Task task, Handed handed) {
        Subject.OfSet subject = (Subject.OfSet) task.work();
        current(subject.set(), subject.version())
                .filter(set -> set.phase() == Phase.BUILDING)
                .ifPresent(set -> {
                    String state = "stalled: attempt " + handed.attempt() + " was handed out at " + handed.at()
                            + " and not answered; it is handed out again";
                    new SetVoice(turn).say(set, state, false);
                });
    }

    private void stands(CalibrationSet before, Phase phase, String why) {
        if (before.phase() == phase && before.why().equals(why)) {
            return;
        }
        CalibrationSet set = before.in(phase, why);
        turn.state().sets().keep(set);
        new SetVoice(turn).say(set, false);
        turn.waits().wake(set.key());
    }

    void built(MasterBuilt news) {
        Orders.file(news);
        turn.tasks().drop(TaskName.build(news.master()));
        turn.tasks().drop(news.task());
        SetKey key = new SetKey(news.unit(), news.kind(), SetKey.nightName(news.night()), news.set());
        boolean isNew = turn.state().masters().keep(news);
        Optional<CalibrationSet> set = current(key, news.version()).filter(found -> found.phase() != Phase.BUILT);
        if (set.isPresent()) {
            ended(set.get(), Phase.BUILT, "");
            turn.rests().proven(news.unit(), Desk.REDUCTIONS);
        } else if (isNew) {
            turn.waits().wake(key);
        }
    }

    void failed(MasterFailed news) {
        if (!isForGood(news)) {
            return;
        }
        if (!news.isFinal()) {
            sayFinal(news);
        }
        turn.tasks().drop(news.task());
        if (!news.task().equals(TaskName.build(news.master()))) {
            return;
        }
        turn.state()
                .sets()
                .find(news.unit(), news.kind(), news.set())
                .filter(set -> news.master().equals(set.key().master(set.version())))
                .filter(set -> set.phase() != Phase.BUILT && set.phase() != Phase.FAILED)
                .ifPresent(set -> ended(set, Phase.FAILED, news.reason()));
    }

    private boolean isForGood(MasterFailed news) {
        return turn.state()
                .tasks()
                .get(news.task())
                .map(task -> turn.tasks().failed(task, Setback.of(news)))
                .orElse(news.isFinal());
    }

    private void sayFinal(MasterFailed news) {
        MasterFailed last = new MasterFailed(
                news.master(),
                news.unit(),
                news.kind(),
                news.set(),
                turn.now(),
                news.task(),
                news.category(),
                news.reason(),
                news.remedy(),
                news.attempt(),
                news.attempt(),
                news.worker(),
                news.obstacle());
        turn.say(Topics.MASTERS_FAILED, news.master().value(), last);
    }

    private Optional<CalibrationSet> current(SetKey key, int version) {
        return turn.state().sets().get(key).filter(set -> set.version() == version);
    }

    void ended(CalibrationSet before, Phase phase, String why) {
        CalibrationSet set = before.in(phase, why);
        turn.state().sets().keep(set);
        new SetVoice(turn).say(set, !set.open());
        turn.waits().wake(set.key());
    }
}
