package dev.vigil.scheduler.decision;

import dev.vigil.common.queues.Held;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Load;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When about the last of a queue will have gone, where the unit's pace tells it. Of a long queue some are looked at, and the others taken to be like them. */
final class LastOfQueue {
    /** Of each lane. */
    static final int LOOKED_AT = 100;

    /** What holds a queue that goes on by itself, in its pace. */
    private static final Set<Held> IN_PACE = Set.of(Held.NOTHING, Held.LIMIT, Held.RATE, Held.EXPOSURES, Held.BUNDLE);

    private final Turn turn;
    private final String unit;
    private final Habits habits;
    private final Line line;
    private final LineBytes bytes;
    private double exposures;
    private double size;

    LastOfQueue(Turn turn, String unit) {
        this.turn = turn;
        this.unit = unit;
        this.habits = turn.policy(unit).at(Desk.TRANSFERS);
        this.line = turn.state().lines().get(unit, Desk.TRANSFERS);
        this.bytes = new LineBytes(turn.state().frames());
    }

    /** By how many stand in each lane. */
    Optional<Instant> about(Hold hold, List<Load> lanes) {
        boolean isPaced = habits.exposuresPerMinute() > 0 || habits.bytesPerSecond() > 0;
        boolean goesOn = IN_PACE.contains(hold.by()) && new UnitWork(turn).isHeard(unit);
        if (!isPaced || !goesOn || tasks().isAnythingAfterNight(unit, Desk.TRANSFERS)) {
            return Optional.empty();
        }
        lanes.stream().filter(lane -> lane.queued() > 0).forEach(this::add);
        Instant byExposures = from(line.exposuresPaid()).plus(times(habits.costOfExposure(), exposures - 1));
        Instant byBytes = from(line.bytesPaid()).plus(habits.costOfBytes(Math.round(size)));
        Instant last = byExposures.isAfter(byBytes) ? byExposures : byBytes;
        return Optional.of(last.truncatedTo(ChronoUnit.SECONDS));
    }

    private Tasks tasks() {
        return turn.state().tasks();
    }

    private void add(Load lane) {
        List<Task> some = tasks().some(unit, Desk.TRANSFERS, lane.lane(), LOOKED_AT);
        double each = some.size() < LOOKED_AT ? 1 : (double) lane.queued() / some.size();
        Set<Line.Begun> begin = new HashSet<>();
        for (Task task : some) {
            Optional<Long> onTheLine = bytes.of(task);
            size += each * onTheLine.orElse(0L);
            if (onTheLine.isPresent() && !line.hasBegun(task)) {
                begin.add(Line.Begun.of(task));
            }
        }
        exposures += each * begin.size();
    }

    private Instant from(Instant paid) {
        return paid.isAfter(turn.now()) ? paid : turn.now();
    }

    private static Duration times(Duration cost, double number) {
        return Duration.ofMillis(Math.round(cost.toMillis() * Math.max(0, number)));
    }
}
