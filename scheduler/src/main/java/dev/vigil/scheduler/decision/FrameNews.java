package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Wait;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.topics.Topics;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Takes news of frames into account; news that is old, or was heard before, changes nothing. */
final class FrameNews {
    private final Turn turn;

    FrameNews(Turn turn) {
        this.turn = turn;
    }

    void announced(FrameAnnounced news) {
        Optional<FrameStanding> standing = at(news.identity()).filter(known -> !isComplete(known));
        if (isComplete(news.judgement())) {
            standing.ifPresent(known -> turn.frames().changed(known.with(news)));
        } else if (news.judgement() instanceof Refused) {
            standing.filter(known -> known.announced().isPresent())
                    .ifPresent(known -> turn.state().frames().drop(known.frame()));
        } else {
            standing.filter(known -> isNews(known, news))
                    .ifPresent(known -> turn.state().frames().keep(known.with(news)));
        }
    }

    private static boolean isComplete(FrameStanding standing) {
        return standing.announced().filter(said -> isComplete(said.judgement())).isPresent();
    }

    /** Of a file that is not complete only the last word is kept, for who may want to close it. */
    private static boolean isNews(FrameStanding known, FrameAnnounced news) {
        return known.announced().filter(said -> !said.at().isBefore(news.at())).isEmpty();
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
                    turn.rests().proven(news.identity().unit(), Desk.TRANSFERS);
                    turn.frames().changed(ended(standing.with(news), Stage.TRANSFER));
                });
    }

    /** The attempt that was answered need not be the last that went out. */
    private FrameStanding ended(FrameStanding standing, Stage stage) {
        int last = turn.state()
                .tasks()
                .get(standing.task(stage))
                .map(Task::attempt)
                .orElse(0);
        return standing.with(stage, standing.of(stage).after(last));
    }

    void reduced(FrameReduced news) {
        Stage stage = news.kind() == ReductionKind.QUICK_LOOK ? Stage.QUICK_LOOK : Stage.REDUCTION;
        at(news.identity())
                .filter(standing -> isCurrent(standing, stage, news.task()))
                .filter(standing -> !standing.of(stage).isDone())
                .ifPresent(standing -> {
                    turn.rests().proven(news.identity().unit(), Desk.REDUCTIONS);
                    turn.neighbours().solved(standing, news);
                    FrameStanding heard = stage == Stage.REDUCTION ? standing.reducedAs(news.sameAs()) : standing;
                    done(heard, stage, news.identity().attempt());
                });
    }

    private void done(FrameStanding standing, Stage stage, int attempt) {
        FrameStanding done = standing.with(stage, standing.of(stage).asDone(attempt));
        turn.frames().changed(ended(done, stage));
    }

    void failed(FrameFailed news) {
        if (news.stage() == Stage.SIGHTING) {
            return;
        }
        at(news.identity())
                .filter(standing -> isCurrent(standing, news.stage(), news.task()))
                .filter(standing -> !standing.of(news.stage()).isOver())
                .filter(standing -> isForGood(standing, news))
                .ifPresent(standing -> failedForGood(standing, news));
    }

    private void failedForGood(FrameStanding standing, FrameFailed news) {
        if (!news.isFinal()) {
            sayFinal(news);
        }
        FrameStanding failed =
                FrameWork.failedFor(standing, news.stage(), news.identity().attempt());
        turn.frames().changed(ended(failed, news.stage()));
    }

    /** Whether nothing more is tried; if something is, it is arranged here. */
    private boolean isForGood(FrameStanding standing, FrameFailed news) {
        return turn.state()
                .tasks()
                .get(standing.task(news.stage()))
                .map(task -> turn.tasks().failed(task, Setback.of(news)))
                .orElse(news.isFinal());
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
                news.worker(),
                news.obstacle());
        turn.say(Topics.FRAMES_FAILED, news.identity().frame().value(), last);
    }

    /** Other software has it; news of the ledger's own says nothing that is not known here. */
    void recorded(FrameRecorded news) {
        if (news.level() != Level.INGESTED) {
            return;
        }
        at(news.identity())
                .filter(standing -> !standing.ingest().isDone())
                .ifPresent(standing ->
                        done(standing, Stage.RECORDING, news.identity().attempt()));
    }

    /** What the scheduler itself said of waits comes back here too; nothing is out that it would be an answer to. */
    void waiting(FrameWaiting news) {
        boolean isOfWorker = news.stage() == Stage.TRANSFER || news.stage() == Stage.RECORDING;
        if (isOfWorker && !news.over() && Wait.thing(news.awaited()).isPresent()) {
            out(news.identity(), news.stage(), (standing, task) -> {
                turn.waits().isAwaited(standing, task, news);
                goOn(task, news.awaited());
            });
        }
    }

    void lookedInVain(LookedInVain news) {
        out(news.identity(), news.stage(), (standing, task) -> turn.tasks().lookAgain(task));
    }

    private void out(FrameIdentity identity, Stage stage, BiConsumer<FrameStanding, Task> answered) {
        at(identity)
                .ifPresent(standing -> turn.state()
                        .tasks()
                        .get(standing.task(stage))
                        .filter(task -> task.attempt() == identity.attempt())
                        .filter(task -> turn.state().tasks().handed(task).isPresent())
                        .ifPresent(task -> answered.accept(standing, task)));
    }

    /** A telescope that cannot be reached holds up all its frames; a copy that is not there yet, no other. */
    private void goOn(Task task, Awaited awaited) {
        if (awaited != Awaited.SOURCE) {
            turn.tasks().lookAgain(task);
            return;
        }
        turn.state().tasks().enqueue(task.afterSilence());
        new UnitWork(turn).hold(task.unit());
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
        return Optional.of(
                known.map(older -> older.followedBy(revision)).orElseGet(() -> FrameStanding.unknown(frame, revision)));
    }

    private void retire(FrameStanding old) {
        turn.neighbours().forget(old);
        for (Stage stage : new Stage[] {Stage.TRANSFER, Stage.QUICK_LOOK, Stage.REDUCTION, Stage.RECORDING}) {
            turn.tasks().drop(old.task(stage));
        }
        old.announced().flatMap(SetKey::of).ifPresent(set -> turn.sets().left(set, old.frame()));
    }

    /** News of an earlier round, before a person asked again, says nothing of this one. */
    private static boolean isCurrent(FrameStanding standing, Stage stage, String task) {
        return standing.of(stage).again() == 0 || standing.task(stage).equals(task);
    }
}
