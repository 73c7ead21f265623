package dev.vigil.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.ledger.Position;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StartTest {
    private static final TopicPartition PARTITION = new TopicPartition("frames.failed", 2);

    @Test
    void aPartitionThatTheLedgerDoesNotKnowIsReadFromItsBeginning() {
        Start start = Start.of(log(7, 20), Optional.empty());
        assertThat(start.read()).isEqualTo(7);
        assertThat(start.ledger()).isEqualTo(at(7, "id"));
    }

    @Test
    void aKnownPartitionIsReadOnFromTheLedgersPosition() {
        assertThat(Start.of(log(0, 20), Optional.of(at(12, "id"))).read()).isEqualTo(12);
        assertThat(Start.of(log(0, 12), Optional.of(at(12, "id"))).read()).isEqualTo(12);
    }

    @Test
    void recordsThatAreNoLongerKeptArePassedOver() {
        Start start = Start.of(log(15, 20), Optional.of(at(12, "id")));
        assertThat(start.read()).isEqualTo(15);
        assertThat(start.ledger().position()).isEqualTo(12);
    }

    @Test
    void aTopicOfTheSameNameIsNotTheSameTopic() {
        assertThatThrownBy(() -> Start.of(log(0, 20), Optional.of(at(12, "older"))))
                .isInstanceOf(LostTopicException.class)
                .hasMessageContaining("older")
                .hasMessageContaining("table offsets");
    }

    @Test
    void aTopicThatHasLostRecordsIsNotReadOn() {
        assertThatThrownBy(() -> Start.of(log(0, 11), Optional.of(at(12, "id"))))
                .isInstanceOf(LostTopicException.class)
                .hasMessageContaining("ends at 11");
    }

    private static Start.Log log(long begin, long end) {
        return new Start.Log(PARTITION, "id", begin, end);
    }

    private static Position at(long position, String topicId) {
        return new Position(PARTITION.topic(), PARTITION.partition(), topicId, position, Optional.empty());
    }
}
