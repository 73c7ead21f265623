package dev.vigil.scheduler.decision;

import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.NightsEnd;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Wait;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.WaitSoFar;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Says who waits for what, wakes them, and says when a wait is over. */
final class WaitWork {
    /** While a night comes in, sets go through their states within moments; of each frame that is not worth saying. */
    private static final Duration CALM = Duration.ofSeconds(5);

    private final Turn turn;

    WaitWork(Turn turn) {
        this.turn = turn;
    }

    /** The name under which those wait who would take any master of a kind. */
    static String any(MasterKind kind) {
        return "any " + kind.name().toLowerCase(Locale.ROOT);
    }

    void masterIsAwaited(FrameStanding standing, Resolution resolution) {
        if (resolution instanceof Resolution.OnItsWay awaited) {
            CalibrationSet set = awaited.set();
            if (awaited.sets().stream().noneMatch(each -> isAwaited(standing, each))) {
                masterIsAwaited(standing, set.key().text(), sort(set), set.title(), () -> stateOf(set));
            }
        } else if (resolution instanceof Resolution.Missing missing) {
            String kind = missing.kind().name().toLowerCase(Locale.ROOT);
            masterIsAwaited(standing, any(missing.kind()), missing.why(), "any " + kind, missing::why);
        }
    }

    private static String sort(CalibrationSet set) {
        return set.open() ? "OPEN" : set.phase().name();
    }

    /** Who waits for one of several goes on doing so until it has come, whatever happens to the others. */
    private boolean isAwaited(FrameStanding standing, CalibrationSet set) {
        return turn.state()
                .waits()
                .of(standing.task(Stage.REDUCTION))
                .filter(wait -> wait.thing().equals(set.key().text()))
                .filter(wait -> wait.isUnsaid() || wait.sort().equals(sort(set)))
                .isPresent();
    }

    private String stateOf(CalibrationSet set) {
        return set.state(turn.state().sets().tally(set.key()));
    }

    private void masterIsAwaited(
            FrameStanding standing, String thing, String sort, String what, Supplier<String> state) {
        String waiter = standing.task(Stage.REDUCTION);
        Optional<Wait> before = turn.state().waits().of(waiter);
        if (before.filter(wait -> wait.thing().equals(thing) && wait.sort().equals(sort))
                .isPresent()) {
            return;
        }
        if (before.filter(wait -> wait.isUnsaid() || wasSaidJustNow(wait)).isPresent()) {
            note(before.get(), thing);
            return;
        }
        Instant since = before.flatMap(Wait::said).map(FrameWaiting::since).orElse(turn.now());
        if (before.isEmpty()) {
            giveUpInTime(standing);
        }
        say(standing, Stage.REDUCTION, Awaited.MASTER, thing, sort, what, state.get(), since);
    }

    private boolean wasSaidJustNow(Wait wait) {
        return wait.said()
                .filter(said -> turn.now().isBefore(said.at().plus(CALM)))
                .isPresent();
    }

    /** Who waits is woken by the new thing at once; what it is will be said a little later, of all of a unit together. */
    private void note(Wait before, String thing) {
        Wait now = before.as(Wait.UNSAID, thing);
        if (!now.equals(before)) {
            turn.state().waits().keep(now);
        }
        sayLater(before.unit());
    }

    /** Has what is unsaid of a unit said when it is calm. */
    void sayLater(String unit) {
        Instant later = turn.now().truncatedTo(ChronoUnit.SECONDS).plus(CALM).plusSeconds(1);
        turn.state().alarms().set(new Alarm(later, Alarm.Purpose.SAY_WAITS, unit));
    }

    /** Looks again at all of a unit whose wait has changed since it was said; the alarm of one that has changed just now is still to come. */
    void sayUnsaid(String unit) {
        turn.state().waits().unsaid(unit).stream()
                .filter(wait -> !wasSaidJustNow(wait))
                .forEach(wait -> {
                    turn.state().waits().keep(wait.as(Wait.DUE, wait.thing()));
                    wake(wait);
                });
    }

    private void giveUpInTime(FrameStanding standing) {
        turn.policy(standing.frame().unit())
                .giveUpAfter()
                .ifPresent(time -> turn.state()
                        .alarms()
                        .set(new Alarm(
                                turn.now().plus(time),
                                Alarm.Purpose.GIVE_UP,
                                standing.frame().value())));
    }

    void answerIsAwaited(FrameStanding standing, Stage stage, Task task, Handed handed) {
        Duration silence = Duration.between(handed.at(), turn.now());
        say(
                standing,
                stage,
                Awaited.ANSWER,
                Wait.ANSWER,
                Integer.toString(task.attempt()),
                "an answer to " + task.name(),
                "attempt " + task.attempt() + " was handed out at " + handed.at() + " and not answered for "
                        + silence.toSeconds() + " s; it is handed out again",
                handed.at());
    }

    void nightsEndIsAwaited(FrameStanding standing, LocalDate night) {
        say(
                standing,
                Stage.TRANSFER,
                Awaited.HOURS,
                Wait.HOURS,
                night.toString(),
                "the end of night " + night + ", at " + NightsEnd.everywhere(night) + " at the latest",
                "the files of " + standing.frame().unit() + " are transferred after the night",
                turn.now());
    }

    /** Who waits for something else, too, has said what that is. */
    void openingIsAwaited(Task task, Instant opens, Hours hours) {
        boolean isSaid = turn.state()
                .waits()
                .of(task.name())
                .filter(wait ->
                        !wait.thing().equals(Wait.OPENING) || wait.sort().equals(opens.toString()))
                .isPresent();
        if (!isSaid && task.work() instanceof Subject.OfFrame frame) {
            say(
                    frame,
                    Awaited.HOURS,
                    Wait.OPENING,
                    opens.toString(),
                    "the hours of " + task.unit() + ", which open at " + opens,
                    "scheduler.hours is " + hours);
        }
    }

    /** Said once of each frame or master, however often it is tried meanwhile. A quick look stops no frame. */
    void archiveIsAwaited(Task task, Line.Rest rest) {
        boolean isSaid = turn.state()
                .waits()
                .of(task.name())
                .filter(wait -> wait.thing().equals(Wait.ARCHIVE))
                .isPresent();
        if (!isSaid && task.work() instanceof Subject.OfFrame frame && frame.stage() != Stage.QUICK_LOOK) {
            say(frame, Awaited.ARCHIVE, Wait.ARCHIVE, rest.what(), rest.what(), rest.state());
        } else if (!isSaid && task.work() instanceof Subject.OfSet set) {
            turn.masters().archiveIsAwaited(set, rest);
        }
    }

    /** Says of a frame, as it stands, that it waits from now on. */
    private void say(Subject.OfFrame frame, Awaited awaited, String thing, String sort, String what, String state) {
        turn.state()
                .frames()
                .get(frame.frame())
                .ifPresent(standing -> say(standing, frame.stage(), awaited, thing, sort, what, state, turn.now()));
    }

    /** A worker said so. */
    void isAwaited(FrameStanding standing, Task task, FrameWaiting news) {
        turn.state().frames().keep(standing.withTurn(Math.max(standing.turn(), news.turn())));
        String thing = Wait.thing(news.awaited()).orElseThrow();
        String sort = Integer.toString(news.identity().attempt());
        turn.state().waits().keep(new Wait(task.name(), task.unit(), thing, sort, task.work(), Optional.of(news)));
    }

    /** Other software gives no sign of its own: somebody has to say that it has the frame. */
    void wordIsAwaited(FrameStanding standing) {
        if (turn.state().waits().of(standing.task(Stage.RECORDING)).isEmpty()) {
            say(
                    standing,
                    Stage.RECORDING,
                    Awaited.INGEST,
                    Wait.INGEST,
                    "told",
                    "the other software",
                    "nobody has said yet that it has taken the frame in: vigil ingested " + standing.frame(),
                    turn.now());
        }
    }

    /** How a task has waited so far, for whoever is to do it. */
    WaitSoFar soFar(Task task, FrameStanding standing) {
        Optional<FrameWaiting> said = turn.state()
                .waits()
                .of(task.name())
                .flatMap(Wait::said)
                .filter(wait -> Wait.thing(wait.awaited()).isPresent());
        return new WaitSoFar(
                standing.turn(),
                said.map(FrameWaiting::since),
                said.map(FrameWaiting::state).orElse(""));
    }

    private void say(
            FrameStanding standing,
            Stage stage,
            Awaited awaited,
            String thing,
            String sort,
            String what,
            String state,
            Instant since) {
        FrameStanding next = standing.withTurn(standing.turn() + 1);
        FrameIdentity identity = next.identity().orElseThrow();
        FrameWaiting waiting =
                new FrameWaiting(identity, turn.now(), stage, awaited, what, state, since, next.turn(), false);
        turn.state().frames().keep(next);
        turn.state()
                .waits()
                .keep(new Wait(
                        next.task(stage),
                        identity.unit(),
                        thing,
                        sort,
                        new Subject.OfFrame(next.frame(), next.revision(), stage),
                        Optional.of(waiting)));
        turn.say(Topics.FRAMES_WAITING, identity.frame().value(), waiting);
    }

    /** Ends a wait, if there is one, and says so. */
    void end(String waiter) {
        turn.state().waits().of(waiter).ifPresent(wait -> {
            turn.state().waits().remove(waiter);
            wait.said().ifPresent(this::sayOver);
        });
    }

    private void sayOver(FrameWaiting said) {
        FrameWaiting over = new FrameWaiting(
                said.identity(),
                turn.now(),
                said.stage(),
                said.awaited(),
                said.what(),
                said.state(),
                said.since(),
                said.turn(),
                true);
        turn.say(Topics.FRAMES_WAITING, said.identity().frame().value(), over);
    }

    /** Looks again at all who wait for a set, or for anything of its kind. */
    void wake(SetKey set) {
        List<Wait> waiting = Stream.concat(
                        turn.state().waits().forThing(set.unit(), set.text()).stream(),
                        turn.state().waits().forThing(set.unit(), any(set.kind())).stream())
                .toList();
        waiting.forEach(this::wake);
    }

    private void wake(Wait wait) {
        if (wait.subject() instanceof Subject.OfFrame frame) {
            turn.state().frames().get(frame.frame()).ifPresent(turn.frames()::settle);
        } else if (wait.subject() instanceof Subject.OfSet set) {
            turn.masters().resume(set.set());
        }
    }
}
