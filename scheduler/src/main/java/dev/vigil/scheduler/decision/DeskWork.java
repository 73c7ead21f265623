package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Pace;
import dev.vigil.scheduler.policy.Places;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hands out what may go of one desk of a unit: by its limit, its lanes, its hours and what its line may carry. */
final class DeskWork {
    private final Turn turn;
    private final String unit;
    private final Desk desk;
    private final Tasks tasks;
    private final Policy policy;
    private final Habits habits;
    private final Line before;
    private Line line;
    private int live;
    private int backfill;
    private boolean alone;

    DeskWork(Turn turn, String unit, Desk desk) {
        this.turn = turn;
        this.unit = unit;
        this.desk = desk;
        this.tasks = turn.state().tasks();
        this.policy = turn.policy(unit);
        this.habits = policy.at(desk);
        this.before = turn.state().lines().get(unit, desk);
        this.line = before;
    }

    /** Hands out as much as may be out. */
    void fill() {
        if (!tasks.isAnythingQueued(unit, desk) || isClosed()) {
            return;
        }
        count(tasks.out(unit, desk));
        Optional<Task> next = next();
        while (next.isPresent()) {
            handOut(next.get());
            next = next();
        }
        turn.state().lines().keep(unit, desk, before, line);
    }

    private boolean isClosed() {
        return isOutOfHours() || isResting();
    }

    /** Whoever stands in the queue when the hours end waits for them visibly, and no longer than until they begin. */
    private boolean isOutOfHours() {
        if (habits.hours().closed().isEmpty()) {
            return false;
        }
        Optional<Instant> opens = habits.hours().closedUntil(turn.now());
        if (opens.isEmpty()) {
            turn.hours().opened(unit);
        } else if (lookAgainAt(opens.get())) {
            turn.hours().closed(unit, desk);
        }
        return opens.isPresent();
    }

    private boolean isResting() {
        Optional<Instant> until = line.restsUntil(turn.now());
        until.ifPresent(this::lookAgainAt);
        return until.isPresent();
    }

    private boolean lookAgainAt(Instant time) {
        return turn.state().alarms().set(new Alarm(time.plusMillis(1), Alarm.Purpose.LINE_OPENS, unit));
    }

    private void count(List<Handed> out) {
        out.forEach(handed -> count(handed.lane(), handed.alone()));
    }

    private void count(Lane lane, boolean isAlone) {
        backfill += lane == Lane.BACKFILL ? 1 : 0;
        live += lane == Lane.BACKFILL ? 0 : 1;
        alone |= isAlone;
    }

    private int out() {
        return live + backfill;
    }

    private Optional<Task> next() {
        if (alone || out() >= new UnitWork(turn).limit(unit, desk) || !isOpen(line.bytesPaid())) {
            return Optional.empty();
        }
        Optional<Task> lonely = out() == 0 ? tasks.nextAlone(unit, desk, habits.order()) : Optional.empty();
        return lonely.or(this::nextOfLanes);
    }

    /** Whether what has gone is paid for; if not, it is looked at again when it is. */
    private boolean isOpen(Instant paidUntil) {
        boolean open = Pace.isOpen(paidUntil, turn.now());
        if (!open) {
            lookAgainAt(paidUntil);
        }
        return open;
    }

    private Optional<Task> nextOfLanes() {
        Optional<Task> ofLive = next(Lane.LIVE);
        Optional<Task> ofBackfill = next(Lane.BACKFILL);
        boolean bothWait = ofLive.isPresent() && ofBackfill.isPresent();
        Optional<Lane> lane = places().next(ofLive.isPresent(), ofBackfill.isPresent());
        if (bothWait && lane.isPresent()) {
            line = line.after(lane.get(), policy.liveBetweenBackfill());
        }
        return lane.flatMap(which -> which == Lane.LIVE ? ofLive : ofBackfill);
    }

    private Places places() {
        boolean isBackfillsTurn = line.sinceBackfill() >= policy.liveBetweenBackfill();
        return new Places(habits.limit(), policy.backfillLimit(desk), live, backfill, isBackfillsTurn);
    }

    /** The frames of an exposure that has begun go before those of others. */
    private Optional<Task> next(Lane lane) {
        return line.begun().stream()
                .filter(begun -> begun.lane() == lane)
                .flatMap(begun -> tasks.next(unit, desk, begun).stream())
                .findFirst()
                .or(() -> mayBegin() ? tasks.next(unit, desk, lane, habits.order()) : Optional.empty());
    }

    private boolean mayBegin() {
        boolean isRoom = habits.bundle() == 0 || out() == 0 || line.begun().size() < habits.bundle();
        return isRoom && isOpen(line.exposuresPaid());
    }

    private void handOut(Task task) {
        if (turn.dispatcher().handOut(task)) {
            if (desk == Desk.TRANSFERS && isOfLine(task)) {
                note(task);
            }
            count(task.lane(), task.isAlone());
        }
    }

    /** What other software moves does not go over the line that we are to spare. */
    private boolean isOfLine(Task task) {
        return turn.state()
                .frames()
                .get(((Subject.OfFrame) task.work()).frame())
                .flatMap(FrameStanding::elsewhere)
                .isEmpty();
    }

    private void note(Task task) {
        if (!line.hasBegun(task) && isWorthRemembering(task)) {
            boolean isNewBundle = habits.bundle() > 0 && out() == 0;
            line = (isNewBundle ? line.cleared() : line).begin(task, turn.now(), habits);
        }
        if (habits.bytesPerSecond() > 0) {
            line = line.sent(size(task), turn.now(), habits);
        }
    }

    /** Most exposures are one frame, and nobody asks afterwards whether they have begun. */
    private boolean isWorthRemembering(Task task) {
        return habits.bundle() > 0
                || !habits.costOfExposure().equals(Duration.ZERO)
                || tasks.next(unit, desk, Line.Begun.of(task)).isPresent();
    }

    private long size(Task task) {
        return turn.state()
                .frames()
                .get(((Subject.OfFrame) task.work()).frame())
                .flatMap(standing -> standing.announced().map(FrameAnnounced::size))
                .orElse(0L);
    }
}
