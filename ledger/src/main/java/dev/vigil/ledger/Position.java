package dev.vigil.ledger;

import java.util.Objects;
import java.util.Optional;

/**
 * How far a partition was read into the ledger.
 *
 * @param topic the topic's name
 * @param partition its number
 * @param topicId tells the topic from a later one of the same name
 * @param position the next record to be read
 * @param leaderEpoch of the last record read
 */
public record Position(String topic, int partition, String topicId, long position, Optional<Integer> leaderEpoch) {
    public Position {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(topicId, "topicId");
        Objects.requireNonNull(leaderEpoch, "leaderEpoch");
    }
}
