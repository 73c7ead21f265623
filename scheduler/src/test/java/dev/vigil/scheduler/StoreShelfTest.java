package dev.vigil.scheduler;

import dev.vigil.scheduler.state.Shelf;
import dev.vigil.scheduler.state.ShelfContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class StoreShelfTest {
    @TempDir
    Path folder;

    private final List<KeyValueStore<Bytes, byte[]>> opened = new ArrayList<>();

    private KeyValueStore<Bytes, byte[]> open(KeyValueBytesStoreSupplier supplier) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>(
                new Properties(), new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
        store.init(context.getStateStoreContext(), store);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(KeyValueStore::close);
    }

    @Nested
    class OnDisk extends ShelfContract {
        @Override
        protected Shelf shelf() {
            return new StoreShelf(open(Stores.persistentKeyValueStore("frames")));
        }
    }

    @Nested
    class InMemory extends ShelfContract {
        @Override
        protected Shelf shelf() {
            return new StoreShelf(open(Stores.inMemoryKeyValueStore("tasks")));
        }
    }

    @Nested
    class Mirrored extends ShelfContract {
        @Override
        protected Shelf shelf() {
            return new MirroredShelf(new StoreShelf(open(Stores.inMemoryKeyValueStore("queue"))));
        }
    }
}
