package dev.vigil.schemas.topics;

import java.time.Duration;
import java.util.Map;

/** How long the records of a topic are kept, as topic configuration. */
public sealed interface Kept {
    /** Bytes of the largest record: a task that combines thousands of frames names them all, and so must a dead letter. */
    int LARGEST_RECORD = 8 << 20;

    /** The configuration that keeps them so. */
    Map<String, String> configuration();

    /** Every record, for ever. */
    record ForEver() implements Kept {
        @Override
        public Map<String, String> configuration() {
            return Map.of(
                    "max.message.bytes",
                    Integer.toString(LARGEST_RECORD),
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    "-1",
                    "retention.bytes",
                    "-1");
        }
    }

    /** Every record, for a time. */
    record For(Duration time) implements Kept {
        @Override
        public Map<String, String> configuration() {
            return Map.of(
                    "max.message.bytes",
                    Integer.toString(LARGEST_RECORD),
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
                    "max.message.bytes",
                    Integer.toString(LARGEST_RECORD),
                    "cleanup.policy",
                    "compact",
                    "segment.ms",
                    "600000",
                    "segment.bytes",
                    "16777216",
                    "min.cleanable.dirty.ratio",
                    "0.05",
                    "max.compaction.lag.ms",
                    "600000",
                    "delete.retention.ms",
                    "86400000");
        }
    }
}
