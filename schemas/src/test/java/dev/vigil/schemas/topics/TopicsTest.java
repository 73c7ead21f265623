package dev.vigil.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void theNamesAreThoseOfTheContract() {
        assertThat(Topics.ALL.stream().map(Topic::name))
                .containsExactlyInAnyOrder(
                        "frames.announced",
                        "frames.transferred",
                        "frames.reduced",
                        "frames.recorded",
                        "frames.failed",
                        "frames.waiting",
                        "frames.released",
                        "masters.built",
                        "masters.failed",
                        "masters.waiting",
                        "requests",
                        "requests.answered",
                        "units.alive",
                        "units.queues",
                        "work.transfers",
                        "work.reductions",
                        "work.looked",
                        "progress.nights",
                        "progress.frames",
                        "progress.exposures",
                        "audit.differences",
                        "dead.letters");
    }

    @Property
    void aUnitAndAllItsFramesShareAPartition(
            @ForAll String unit, @ForAll String rest, @ForAll @IntRange(min = 1, max = 64) int n) {
        String plain = unit.replace("/", "_");
        assertThat(UnitPartitioner.partitionOf(plain + "/" + rest, n)).isEqualTo(UnitPartitioner.partitionOf(plain, n));
    }

    @Test
    void thePartitionOfAUnitNeverChanges() {
        assertThat(UnitPartitioner.partitionOf("7DT05", 4)).isEqualTo(0);
    }

    @Test
    void anUnknownTopicIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> Topics.named("frames.anounced")).hasMessageContaining("frames.announced");
    }
}
