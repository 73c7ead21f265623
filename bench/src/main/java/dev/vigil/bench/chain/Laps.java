package dev.vigil.bench.chain;

import dev.vigil.bench.OwnCpu;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each part of a piece of work took, in the order in which the parts were done first. */
final class Laps {
    private final Map<String, Lap> laps = new LinkedHashMap<>();

    /** Does a part; doing it again adds to it. */
    <T> T take(String what, Part<T> part) throws Exception {
        double cpu = OwnCpu.seconds();
        long began = System.nanoTime();
        T result = part.done();
        double wall = (System.nanoTime() - began) / 1e9;
        laps.merge(what, new Lap(OwnCpu.seconds() - cpu, wall), Lap::plus);
        return result;
    }

    Map<String, Lap> all() {
        return Collections.unmodifiableMap(laps);
    }

    /** Something that is done and comes to something. */
    @FunctionalInterface
    interface Part<T> {
        T done() throws Exception;
    }
}
