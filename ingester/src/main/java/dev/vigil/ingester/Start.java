package dev.vigil.ingester;

import dev.vigil.ledger.Position;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where to begin in a partition.
 *
 * @param ledger where the ledger stands; the next batch moves it from here
 * @param read the first record to read: later than the ledger's position only where records are no longer kept
 */
record Start(Position ledger, long read) {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    /** What the broker says of a partition now. */
    record Log(TopicPartition partition, String topicId, long begin, long end) {}

    /** Decides; refuses to go on where records that the ledger has read are no longer those of this topic. */
    static Start of(Log log, Optional<Position> known) {
        return known.map(position -> after(log, position)).orElseGet(() -> first(log));
    }

    private static Start first(Log log) {
        Position begin = new Position(
                log.partition().topic(), log.partition().partition(), log.topicId(), log.begin(), Optional.empty());
        return new Start(begin, log.begin());
    }

    private static Start after(Log log, Position position) {
        sameTopic(log.partition(), log.topicId(), position);
        if (position.position() > log.end()) {
            throw new LostTopicException(log.partition() + " ends at " + log.end() + ", but the ledger has read up to "
                    + position.position() + ": the broker has lost records");
        }
        if (position.position() < log.begin()) {
            LOG.warn(
                    "{} keeps its records from {} on; {} that the ledger has not read are gone",
                    log.partition(),
                    log.begin(),
                    log.begin() - position.position());
        }
        return new Start(position, Math.max(position.position(), log.begin()));
    }

    /** Refuses a topic that was made anew. */
    static void sameTopic(TopicPartition partition, String topicId, Position position) {
        if (!position.topicId().equals(topicId)) {
            throw new LostTopicException(
                    partition.topic() + " is not the topic that the ledger knows: it was deleted and made anew (id "
                            + topicId + " instead of " + position.topicId() + "), and the ledger has read up to "
                            + position.position()
                            + " in partition " + partition.partition() + " of the one before");
        }
    }
}
