package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Pace;
import dev.vigil.scheduler.policy.Places;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import dev.vigil.schemas.events.Lane;
import java.util.Optional;

/**
 * What is next at one desk of a unit, or why nothing is: by its hours, its limit, its lanes and what its line may carry. It looks and changes
 * nothing, so whoever hands out and whoever tells why nothing goes ask the same.
 */
final class DeskRules {
    private final Turn turn;
    private final String unit;
    private final Desk desk;
    private final Tasks tasks;
    private final Policy policy;
    private final Habits habits;

    DeskRules(Turn turn, String unit, Desk desk) {
        this.turn = turn;
        this.unit = unit;
        this.desk = desk;
        this.tasks = turn.state().tasks();
        this.policy = turn.policy(unit);
        this.habits = policy.at(desk);
    }

    /** What closes the desk whatever is out: its hours, or the archive. */
    Optional<Hold> closed(Line line) {
        return habits.hours()
                .closedUntil(turn.now())
                .map(opens -> Hold.ofHours(habits.hours(), opens))
                .or(() ->
                        line.restsUntil(turn.now()).flatMap(until -> line.rest().map(Hold::ofRest)));
    }

    /** What is next while the desk is open. */
    Next next(Line line, TasksOut out) {
        Optional<Hold> hold = full(line, out);
        if (hold.isPresent()) {
            return new Next.Stays(hold.get());
        }
        Optional<Task> lonely = out.all() == 0 ? lonely() : Optional.empty();
        return lonely.<Next>map(task -> new Next.Goes(task, false)).orElseGet(() -> ofLanes(line, out));
    }

    /** What holds the queue now. */
    Hold hold() {
        Line line = turn.state().lines().get(unit, desk);
        return closed(line)
                .orElseGet(() -> next(line, TasksOut.of(tasks.out(unit, desk))).hold());
    }

    /** Whether no task may go, whichever it is. */
    private Optional<Hold> full(Line line, TasksOut out) {
        if (out.alone()) {
            return Optional.of(Hold.ALONE);
        }
        Most most = new UnitWork(turn).most(unit, desk);
        if (out.all() >= most.tasks()) {
            return Optional.of(most.beyond());
        }
        return Pace.isOpen(line.bytesPaid(), turn.now())
                ? Optional.empty()
                : Optional.of(Hold.ofRate(habits.bytesPerSecond(), line.bytesPaid()));
    }

    private Next ofLanes(Line line, TasksOut out) {
        Optional<Hold> beginning = beginning(line, out);
        Optional<Task> live = ofLane(Lane.LIVE, line, beginning.isEmpty());
        Optional<Task> backfill = ofLane(Lane.BACKFILL, line, beginning.isEmpty());
        boolean bothWait = live.isPresent() && backfill.isPresent();
        return places(line, out)
                .next(live.isPresent(), backfill.isPresent())
                .flatMap(lane -> lane == Lane.LIVE ? live : backfill)
                .<Next>map(task -> new Next.Goes(task, bothWait))
                .orElseGet(() -> new Next.Stays(why(beginning, backfill.isPresent())));
    }

    private Places places(Line line, TasksOut out) {
        boolean isBackfillsTurn = line.sinceBackfill() >= policy.liveBetweenBackfill();
        return new Places(habits.limit(), policy.backfillLimit(desk), out.live(), out.backfill(), isBackfillsTurn);
    }

    /** The frames of an exposure that has begun go before those of others. */
    private Optional<Task> ofLane(Lane lane, Line line, boolean mayBegin) {
        return line.begun().stream()
                .filter(begun -> begun.lane() == lane)
                .flatMap(begun -> tasks.next(unit, desk, begun).stream())
                .findFirst()
                .or(() -> mayBegin ? first(lane) : Optional.empty());
    }

    /** What keeps the next exposure from beginning. */
    private Optional<Hold> beginning(Line line, TasksOut out) {
        if (habits.bundle() > 0 && out.all() > 0 && line.begun().size() >= habits.bundle()) {
            return Optional.of(Hold.ofBundle(habits.bundle()));
        }
        return Pace.isOpen(line.exposuresPaid(), turn.now())
                ? Optional.empty()
                : Optional.of(Hold.ofExposures(habits.exposuresPerMinute(), line.exposuresPaid()));
    }

    /** Why no lane has a task that may go. */
    private Hold why(Optional<Hold> beginning, boolean isBackfillWithoutPlace) {
        boolean isBeginningAwaited = first(Lane.LIVE).isPresent()
                || !isBackfillWithoutPlace && first(Lane.BACKFILL).isPresent();
        if (beginning.isPresent() && isBeginningAwaited) {
            return beginning.get();
        }
        if (isBackfillWithoutPlace) {
            return Hold.ofShare(policy.backfillLimit(desk));
        }
        if (lonely().isPresent()) {
            return Hold.BEFORE_ONE_ALONE;
        }
        return tasks.isAnythingAfterNight(unit, desk) ? Hold.NIGHT : Hold.NOTHING;
    }

    private Optional<Task> first(Lane lane) {
        return tasks.next(unit, desk, lane, habits.order());
    }

    private Optional<Task> lonely() {
        return tasks.nextAlone(unit, desk, habits.order());
    }
}
