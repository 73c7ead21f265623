package dev.vigil.scheduler.decision;

import dev.vigil.common.queues.UnitQueue;
import java.util.Objects;
import java.util.Optional;

/**
 * How a queue stands now.
 *
 * @param key under which it is told
 * @param queue what stands there; nothing, where it is empty
 */
public record QueueNews(String key, Optional<UnitQueue> queue) {
    public QueueNews {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(queue, "queue");
    }
}
