package dev.vigil.ingester;

import dev.vigil.ledger.Advance;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records to be written together, and the step that they make in each partition.
 *
 * @param records in the order of their partitions
 * @param advances one for each partition
 */
record Fetched(List<ConsumerRecord<byte[], byte[]>> records, List<Advance> advances) {
    Fetched {
        records = List.copyOf(records);
        advances = List.copyOf(advances);
    }
}
