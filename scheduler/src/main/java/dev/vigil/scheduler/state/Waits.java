package dev.vigil.scheduler.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who waits for what: found by the waiter, and by the thing. */
public final class Waits {
    private static final String BY_WAITER = "waiter";
    private static final String BY_THING = "thing";

    private final Shelf waits;
    private final EventForm events;

    Waits(Shelf waits, EventForm events) {
        this.waits = waits;
        this.events = events;
    }

    /** What a task waits for. */
    public Optional<Wait> of(String waiter) {
        return waits.get(byWaiter(waiter)).map(bytes -> Forms.wait(bytes, events));
    }

    /** Notes a wait, in place of the one before. */
    public void keep(Wait wait) {
        remove(wait.waiter());
        waits.put(byWaiter(wait.waiter()), Forms.write(wait, events));
        waits.put(byThing(wait), Key.of(wait.waiter()));
    }

    /** Ends a wait. */
    public void remove(String waiter) {
        of(waiter).ifPresent(old -> {
            waits.remove(byWaiter(waiter));
            waits.remove(byThing(old));
        });
    }

    /** Those of a unit who wait for a thing. */
    public List<Wait> forThing(String unit, String thing) {
        return under(new Key().then(BY_THING).then(unit).then(thing));
    }

    private List<Wait> under(Key things) {
        return waits.under(things.bytes()).stream()
                .flatMap(entry -> of(Key.text(entry.value())).stream())
                .toList();
    }

    /** Those of a unit who wait for something else than was said. */
    public List<Wait> unsaid(String unit) {
        return under(new Key().then(BY_THING).then(unit)).stream()
                .filter(Wait::isUnsaid)
                .toList();
    }

    /** The units of which somebody waits for something else than was said. */
    public Set<String> unsaidUnits() {
        return all().filter(Wait::isUnsaid).map(Wait::unit).collect(Collectors.toSet());
    }

    private Stream<Wait> all() {
        return waits.under(new Key().then(BY_WAITER).bytes()).stream().map(entry -> Forms.wait(entry.value(), events));
    }

    /** How many wait, by unit. */
    public Map<String, Long> countByUnit() {
        return all().collect(Collectors.groupingBy(Wait::unit, Collectors.counting()));
    }

    private static byte[] byWaiter(String waiter) {
        return new Key().then(BY_WAITER).then(waiter).bytes();
    }

    private static byte[] byThing(Wait wait) {
        return new Key()
                .then(BY_THING)
                .then(wait.unit())
                .then(wait.thing())
                .then(wait.waiter())
                .bytes();
    }
}
