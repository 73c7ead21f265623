package dev.vigil.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsSettingsTest {
    @TempDir
    Path folder;

    private static final class Idle implements Processor<Object, Object, Object, Object> {
        @Override
        public void process(Record<Object, Object> news) {}
    }

    private static Topology with(String... stores) {
        Topology topology = new Topology();
        topology.addSource("news", "a.topic");
        topology.addProcessor("decisions", Idle::new, "news");
        for (String store : stores) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(store), Serdes.ByteArray(), Serdes.ByteArray()),
                    "decisions");
        }
        return topology;
    }

    @Test
    void theNextStartHasTheSameNameInTheGroup() throws Exception {
        String name = StreamsSettings.instance(folder, with("tasks"));
        assertThat(StreamsSettings.instance(folder, with("tasks"))).isEqualTo(name);
    }

    @Test
    void aVersionWithAnotherStoreIsNewToTheGroup() throws Exception {
        assertThat(StreamsSettings.instance(folder, with("tasks", "lines")))
                .isNotEqualTo(StreamsSettings.instance(folder, with("tasks")));
    }
}
