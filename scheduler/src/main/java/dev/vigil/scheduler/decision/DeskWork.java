package dev.vigil.scheduler.decision;

import dev.vigil.common.queues.Held;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands out what may go of one desk of a unit, as its rules say, and has it looked at again when what holds the others is over. */
final class DeskWork {
    private final Turn turn;
    private final String unit;
    private final Desk desk;
    private final Tasks tasks;
    private final Policy policy;
    private final Habits habits;
    private final DeskRules rules;
    private final LineBytes bytes;
    private final Line before;
    private Line line;
    private TasksOut out;

    DeskWork(Turn turn, String unit, Desk desk) {
        this.turn = turn;
        this.unit = unit;
        this.desk = desk;
        this.tasks = turn.state().tasks();
        this.policy = turn.policy(unit);
        this.habits = policy.at(desk);
        this.rules = new DeskRules(turn, unit, desk);
        this.bytes = new LineBytes(turn.state().frames());
        this.before = turn.state().lines().get(unit, desk);
        this.line = before;
    }

    /** Hands out as much as may be out. */
    void fill() {
        if (!tasks.isAnythingQueued(unit, desk) || isClosed()) {
            return;
        }
        out = TasksOut.of(tasks.out(unit, desk));
        Next next = rules.next(line, out);
        while (next instanceof Next.Goes goes) {
            handOut(goes);
            next = rules.next(line, out);
        }
        lookAgainAfter(next.hold());
        turn.state().lines().keep(unit, desk, before, line);
    }

    /** Whoever stands in the queue when the hours end waits for them visibly, and no longer than until they begin. */
    private boolean isClosed() {
        Optional<Hold> hold = rules.closed(line);
        boolean isOutOfHours = hold.filter(any -> any.by() == Held.HOURS).isPresent();
        if (habits.hours().closed().isPresent() && !isOutOfHours) {
            turn.hours().opened(unit);
        }
        boolean isNew = hold.filter(this::lookAgainAfter).isPresent();
        if (isNew && isOutOfHours) {
            turn.hours().closed(unit, desk);
        }
        return hold.isPresent();
    }

    /** Whether the time at which that is over was not known. A source that cannot be reached is tried again by an alarm of its own. */
    private boolean lookAgainAfter(Hold hold) {
        return hold.by() != Held.SOURCE
                && hold.until().filter(this::lookAgainAt).isPresent();
    }

    private boolean lookAgainAt(Instant time) {
        return turn.state().alarms().set(new Alarm(time.plusMillis(1), Alarm.Purpose.LINE_OPENS, unit));
    }

    private void handOut(Next.Goes next) {
        Task task = next.task();
        if (next.inTurn()) {
            line = line.after(task.lane(), policy.liveBetweenBackfill());
        }
        if (turn.dispatcher().handOut(task)) {
            if (desk == Desk.TRANSFERS) {
                bytes.of(task).ifPresent(size -> note(task, size));
            }
            out = out.and(task.lane(), task.isAlone());
        }
    }

    private void note(Task task, long size) {
        if (!line.hasBegun(task) && isWorthRemembering(task)) {
            boolean isNewBundle = habits.bundle() > 0 && out.all() == 0;
            line = (isNewBundle ? line.cleared() : line).begin(task, turn.now(), habits);
        }
        if (habits.bytesPerSecond() > 0) {
            line = line.sent(size, turn.now(), habits);
        }
    }

    /** Most exposures are one frame, and nobody asks afterwards whether they have begun. */
    private boolean isWorthRemembering(Task task) {
        return habits.bundle() > 0
                || !habits.costOfExposure().equals(Duration.ZERO)
                || tasks.next(unit, desk, Line.Begun.of(task)).isPresent();
    }
}
