package dev.vigil.producer.requests;

import dev.vigil.schemas.events.FrameId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The units that are here, and what is asked of them. What is asked of a unit that is not is another producer's business, or waits for the
 * unit.
 *
 * @param <P> what is kept of a unit
 * @param <A> what is asked
 */
public final class UnitsHere<P, A> {
    private final Map<String, P> units = new HashMap<>();
    private final Map<String, List<A>> early = new HashMap<>();
    private final BiConsumer<P, A> work;

    /** What is asked of a unit that is here is done so. */
    public UnitsHere(BiConsumer<P, A> work) {
        this.work = work;
    }

    /** A unit is watched; what was asked of it before is done now. */
    public void found(String name, P unit) {
        String key = FrameId.encodedUnit(name);
        units.put(key, unit);
        List<A> waiting = early.remove(key);
        if (waiting != null) {
            waiting.forEach(asked -> work.accept(unit, asked));
        }
    }

    /** Somebody asks something of a unit, named as requests name it. */
    public void asked(String key, A asked) {
        P unit = units.get(key);
        if (unit == null) {
            early.computeIfAbsent(key, any -> new ArrayList<>()).add(asked);
        } else {
            work.accept(unit, asked);
        }
    }
}
