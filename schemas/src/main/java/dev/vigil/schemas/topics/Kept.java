package dev.vigil.schemas.topics;

import java.time.Duration;
import java.util.Map;

/** How long the records of a topic are kept, as topic configuration. */
public sealed interface Kept {
    /** The configuration that keeps them so. */
    Map<String, String> configuration();

    /** Every record, for ever. */
    record ForEver() implements Kept {
        @Override
        public Map<String, String> configuration() {
            return Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
        }
    }

    /** Every record, for a time. */
    record For(Duration time) implements Kept {
        @Override
        public Map<String, String> configuration() {
            return Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    Long.toString(time.toMillis()),
                    "retention.bytes",
                    "-1");
        }
    }

    /** The last record of each key; eagerly, so that a person who reads the topic sees few stale lines. */
    record LastOfEachKey() implements Kept {
        @Override
        public Map<String, String> configuration() {
            return Map.of(
                    "cleanup.policy", "compact",
                    "segment.ms", "600000",
                    "segment.bytes", "16777216",
                    "min.cleanable.dirty.ratio", "0.05",
                    "max.compaction.lag.ms", "600000",
                    "delete.retention.ms", "86400000");
        }
    }
}
