package dev.vigil.portal;

import dev.vigil.common.queues.UnitQueue;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the progress topics say now: all nights, and the frames that have a problem. Many may read while one writes. */
final class NightBook {
    private final Map<NightKey, Night> nights = new ConcurrentSkipListMap<>();
    private final Map<String, Problem> problems = new ConcurrentHashMap<>();
    private final Map<String, Disagreement> disagreements = new ConcurrentSkipListMap<>();
    private final Map<String, UnitQueue> queues = new ConcurrentSkipListMap<>();
    private final AtomicReference<List<UnitTrouble>> units = new AtomicReference<>(List.of());
    private final List<Consumer<NightKey>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<MasterId>> ofMasters = new CopyOnWriteArrayList<>();

    /** Calls for every night that changes. */
    void onChange(Consumer<NightKey> listener) {
        listeners.add(listener);
    }

    /** Calls for every master of which there is news. */
    void onMaster(Consumer<MasterId> listener) {
        ofMasters.add(listener);
    }

    /** There is news of a master; what it is, the ledger tells. */
    void heardOf(MasterId master) {
        ofMasters.forEach(listener -> listener.accept(master));
    }

    void put(Night night) {
        nights.put(night.key(), night);
        tell(night.key());
    }

    void remove(NightKey key) {
        nights.remove(key);
        tell(key);
    }

    /** A frame has this problem now, or none. */
    void put(String frame, Optional<Problem> problem) {
        Optional<Problem> before =
                Optional.ofNullable(problem.isPresent() ? problems.put(frame, problem.get()) : problems.remove(frame));
        before.map(Problem::night).ifPresent(this::tell);
        problem.map(Problem::night).ifPresent(this::tell);
    }

    /** What the auditor says under a key now, or no longer. */
    void note(String key, Optional<Disagreement> found) {
        found.ifPresentOrElse(now -> disagreements.put(key, now), () -> disagreements.remove(key));
        tellOfAll();
        nights.keySet().stream()
                .filter(night -> key.startsWith(night.unit() + "/"))
                .forEach(this::tell);
    }

    /** Of which units nothing comes now. */
    void noteUnits(List<UnitTrouble> troubles) {
        if (!units.getAndSet(List.copyOf(troubles)).equals(troubles)) {
            tellOfAll();
        }
    }

    List<UnitTrouble> units() {
        return units.get();
    }

    /** What stands under a key in a unit's queue now; or nothing. */
    void noteQueue(String key, Optional<UnitQueue> queue) {
        Optional<UnitQueue> before =
                Optional.ofNullable(queue.isPresent() ? queues.put(key, queue.get()) : queues.remove(key));
        queue.or(() -> before).map(UnitQueue::unit).ifPresent(this::tellOfUnit);
    }

    /** The queues that a person wants to know of. */
    List<UnitQueue> queues(Instant now) {
        return queues.values().stream()
                .filter(queue -> queue.isWorthTelling(now))
                .toList();
    }

    /** Those of a night's unit, while something of the night is on the way. */
    List<UnitQueue> queues(NightKey key, Instant now) {
        boolean isOnTheWay = night(key).filter(Night::isOnTheWay).isPresent();
        return isOnTheWay
                ? queues(now).stream()
                        .filter(queue -> queue.unit().equals(key.unit()))
                        .toList()
                : List.of();
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements.values());
    }

    /** Those of some frames; mostly there is none, and then no frame is looked at. */
    List<Disagreement> disagreements(Stream<FrameId> frames) {
        if (disagreements.isEmpty()) {
            return List.of();
        }
        Set<String> names = frames.map(FrameId::value).collect(Collectors.toSet());
        return disagreements.values().stream()
                .filter(found -> names.contains(found.name()))
                .toList();
    }

    /** The newest first. */
    Collection<Night> nights() {
        return nights.values();
    }

    Optional<Night> night(NightKey key) {
        return Optional.ofNullable(nights.get(key));
    }

    /** The problems of a night: failures first, then what is stalled, then what waits. */
    List<Problem> problems(NightKey key) {
        List<Problem> found = new ArrayList<>();
        problems.values().stream()
                .filter(problem -> problem.night().equals(key))
                .forEach(found::add);
        found.sort(Comparator.comparing(Problem::standing, Comparator.comparing("failed stalled waiting"::indexOf))
                .thenComparing(Problem::frame));
        return found;
    }

    /** What waits in a unit's queue may be of any night of which something is on the way. */
    private void tellOfUnit(String unit) {
        tellOfAll();
        nights.values().stream()
                .filter(night -> night.key().unit().equals(unit) && night.isOnTheWay())
                .forEach(night -> tell(night.key()));
    }

    /** The page of all nights has changed, which hears of any. */
    private void tellOfAll() {
        nights.keySet().stream().findFirst().ifPresent(this::tell);
    }

    private void tell(NightKey key) {
        listeners.forEach(listener -> listener.accept(key));
    }
}
