package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Places;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import dev.vigil.schemas.events.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fills the free places of a unit with the tasks that are next. */
final class Dispatcher {
    private final Turn turn;
    private final Tasks tasks;
    private final Policy policy;

    Dispatcher(Turn turn) {
        this.turn = turn;
        this.tasks = turn.state().tasks();
        this.policy = turn.policy();
    }

    /** Hands out as much as may be out. */
    void fill(String unit) {
        for (Desk desk : Desk.values()) {
            Optional<Task> next = next(unit, desk);
            while (next.isPresent()) {
                handOut(next.get());
                next = next(unit, desk);
            }
        }
    }

    private Optional<Task> next(String unit, Desk desk) {
        int limit = new UnitWork(turn).limit(unit, desk);
        List<Handed> out = tasks.out(unit, desk);
        if (out.size() >= limit || out.stream().anyMatch(Handed::alone)) {
            return Optional.empty();
        }
        Optional<Task> alone = out.isEmpty() ? tasks.nextAlone(unit, desk, policy.order()) : Optional.empty();
        return alone.isPresent() ? alone : nextOfLane(unit, desk, out);
    }

    private Optional<Task> nextOfLane(String unit, Desk desk, List<Handed> out) {
        Order order = policy.order();
        Optional<Task> live = tasks.next(unit, desk, Lane.LIVE, order);
        Optional<Task> backfill = tasks.next(unit, desk, Lane.BACKFILL, order);
        int ofBackfill = (int)
                out.stream().filter(handed -> handed.lane() == Lane.BACKFILL).count();
        Places places = new Places(policy.limit(), policy.backfillLimit(), out.size() - ofBackfill, ofBackfill);
        return places.next(live.isPresent(), backfill.isPresent()).flatMap(lane -> lane == Lane.LIVE ? live : backfill);
    }

    /** Hands a task out; one that is wanted no more is dropped instead. */
    void handOut(Task task) {
        Handed handed = handed(task);
        boolean said = new Orders(turn).say(task, handed);
        if (said) {
            tasks.handOut(task, handed);
        } else {
            turn.tasks().drop(task.name());
        }
    }

    private Handed handed(Task task) {
        Instant now = turn.now();
        Instant deadline = now.plus(policy.deadline(task.desk()));
        return new Handed(task.name(), number(task.work()), task.attempt(), task.lane(), now, deadline, task.isAlone());
    }

    private static int number(Subject work) {
        return work instanceof Subject.OfFrame frame ? frame.revision() : ((Subject.OfSet) work).version();
    }

    /** Hands out again what was not answered in time, and says that it is stalled. */
    void overdue() {
        for (Handed handed : tasks.out()) {
            if (!handed.deadline().isAfter(turn.now())) {
                tasks.get(handed.task()).ifPresent(task -> overdue(task, handed));
            }
        }
    }

    private void overdue(Task task, Handed handed) {
        if (task.work() instanceof Subject.OfFrame frame) {
            turn.state()
                    .frames()
                    .get(frame.frame())
                    .filter(standing -> standing.identity().isPresent())
                    .filter(standing -> !standing.of(frame.stage()).isOver())
                    .ifPresent(standing -> turn.waits().answerIsAwaited(standing, frame.stage(), task, handed));
        } else {
            turn.masters().isStalled(task, handed);
        }
        tasks.enqueue(task.afterSilence());
    }
}
