package dev.vigil.schemas.topics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/** Sends everything about a unit to the same partition of every topic, and work round and round. */
public final class UnitPartitioner implements Partitioner {
    private final AtomicInteger turn = new AtomicInteger();

    /** The partition of a key, which is a unit or starts with one and a slash. */
    public static int partitionOf(String key, int partitions) {
        int slash = key.indexOf('/');
        String unit = slash < 0 ? key : key.substring(0, slash);
        return Utils.toPositive(Utils.murmur2(unit.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        int partitions = cluster.partitionCountForTopic(topic);
        if (keyBytes != null && Topics.isByUnit(topic)) {
            return partitionOf(new String(keyBytes, StandardCharsets.UTF_8), partitions);
        }
        return Utils.toPositive(turn.getAndIncrement()) % partitions;
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing is set: the rule is the same everywhere.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
