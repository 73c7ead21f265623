package dev.vigil.scheduler.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Since when each queue has not been empty of which anything was ever said; and of which it was said that it is empty. */
public final class Queues {
    private final Shelf queues;

    Queues(Shelf queues) {
        this.queues = queues;
    }

    /** All of them, by the keys under which they are told. */
    public Map<String, Optional<Instant>> all() {
        Map<String, Optional<Instant>> all = new LinkedHashMap<>();
        queues.under(new byte[0]).forEach(entry -> all.put(Key.text(entry.key()), since(entry.value())));
        return all;
    }

    private static Optional<Instant> since(byte[] value) {
        return value.length == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Key.number(value)));
    }

    /** A queue is no longer empty. */
    public void begun(String key, Instant since) {
        queues.put(Key.of(key), new Key().then(since.toEpochMilli()).bytes());
    }

    /** A queue is empty. */
    public void ended(String key) {
        queues.put(Key.of(key), new byte[0]);
    }
}
