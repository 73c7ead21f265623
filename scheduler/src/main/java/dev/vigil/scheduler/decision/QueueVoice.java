package dev.vigil.scheduler.decision;

import dev.vigil.common.queues.UnitQueue;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.state.Load;
import dev.vigil.scheduler.state.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells what stands in each queue and what holds it, whenever that has changed. It decides nothing, and keeps of its own only of which
 * queues something was said: after a start each of them is told again, because the last word before it may be old, or was lost.
 */
public final class QueueVoice {
    private final State state;
    private final Policies policies;
    private final Map<String, Optional<UnitQueue>> said = new HashMap<>();

    public QueueVoice(State state, Policies policies) {
        this.state = state;
        this.policies = policies;
    }

    private record Place(String unit, Desk desk) {
        static Place of(Load load) {
            return new Place(load.unit(), load.desk());
        }

        String name() {
            return desk.name().toLowerCase(Locale.ROOT);
        }

        String key() {
            return UnitQueue.key(unit, name());
        }
    }

    /** What is new, by what was counted just now. */
    public List<QueueNews> news(List<Load> loads, Instant time) {
        Instant now = time.truncatedTo(ChronoUnit.MILLIS);
        Map<String, Optional<Instant>> before = state.queues().all();
        List<QueueNews> news = new ArrayList<>();
        loads.stream().collect(Collectors.groupingBy(Place::of)).forEach((place, lanes) -> {
            if (lanes.stream().anyMatch(lane -> lane.queued() > 0)) {
                Optional<Instant> since = before.getOrDefault(place.key(), Optional.empty());
                before.remove(place.key());
                tell(queue(place, lanes, since.orElse(now), now), since.isEmpty())
                        .ifPresent(news::add);
            }
        });
        before.forEach((key, since) -> tellEmpty(key, since).ifPresent(news::add));
        return news;
    }

    private UnitQueue queue(Place place, List<Load> lanes, Instant since, Instant now) {
        Turn turn = new Turn(state, policies, now);
        Hold hold = new DeskRules(turn, place.unit(), place.desk()).hold();
        return new UnitQueue(
                place.unit(),
                place.name(),
                now,
                since,
                lanes.stream().mapToInt(Load::queued).sum(),
                lanes.stream().mapToInt(Load::out).sum(),
                hold.by(),
                hold.why(),
                hold.until(),
                place.desk() == Desk.TRANSFERS
                        ? new LastOfQueue(turn, place.unit()).about(hold, lanes)
                        : Optional.empty());
    }

    private Optional<QueueNews> tell(UnitQueue queue, boolean hasBegun) {
        if (hasBegun) {
            state.queues().begun(queue.key(), queue.since());
        }
        return tell(queue.key(), Optional.of(queue));
    }

    private Optional<QueueNews> tellEmpty(String key, Optional<Instant> since) {
        if (since.isPresent()) {
            state.queues().ended(key);
        }
        return tell(key, Optional.empty());
    }

    private Optional<QueueNews> tell(String key, Optional<UnitQueue> queue) {
        boolean isSaid = said.containsKey(key) && isSame(said.get(key), queue);
        said.put(key, queue);
        return isSaid ? Optional.empty() : Optional.of(new QueueNews(key, queue));
    }

    private static boolean isSame(Optional<UnitQueue> one, Optional<UnitQueue> other) {
        return one.isEmpty() ? other.isEmpty() : other.filter(one.get()::isAs).isPresent();
    }
}
