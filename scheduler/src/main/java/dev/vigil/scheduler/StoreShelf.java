package dev.vigil.scheduler;

import dev.vigil.scheduler.state.Key;
import dev.vigil.scheduler.state.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A shelf in a store of Kafka Streams. */
final class StoreShelf implements Shelf {
    private final KeyValueStore<Bytes, byte[]> store;

    StoreShelf(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(store.get(Bytes.wrap(key)));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(Bytes.wrap(key), value);
    }

    @Override
    public void remove(byte[] key) {
        store.delete(Bytes.wrap(key));
    }

    @Override
    public List<Entry> under(byte[] prefix) {
        return listed(from(prefix), prefix);
    }

    @Override
    public List<Entry> between(byte[] from, byte[] to) {
        return listed(store.range(Bytes.wrap(from), Bytes.wrap(to)), new byte[0]);
    }

    @Override
    public Optional<Entry> first(byte[] prefix) {
        return firstOf(from(prefix), prefix);
    }

    @Override
    public Optional<Entry> firstFrom(byte[] key) {
        return firstOf(store.range(Bytes.wrap(key), null), new byte[0]);
    }

    @Override
    public Optional<Entry> last(byte[] prefix) {
        return lastBefore(prefix, Key.after(prefix).map(Bytes::wrap).orElse(null));
    }

    private Optional<Entry> lastBefore(byte[] prefix, Bytes end) {
        try (KeyValueIterator<Bytes, byte[]> backwards = store.reverseRange(Bytes.wrap(prefix), end)) {
            while (backwards.hasNext()) {
                Entry entry = entry(backwards.next());
                if (Key.beginsWith(entry.key(), prefix)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /** The store's ranges include their end, which no longer begins with the prefix. */
    private KeyValueIterator<Bytes, byte[]> from(byte[] prefix) {
        return store.range(
                prefix.length == 0 ? null : Bytes.wrap(prefix),
                Key.after(prefix).map(Bytes::wrap).orElse(null));
    }

    private static Optional<Entry> firstOf(KeyValueIterator<Bytes, byte[]> iterator, byte[] prefix) {
        try (iterator) {
            return iterator.hasNext()
                    ? Optional.of(entry(iterator.next())).filter(entry -> Key.beginsWith(entry.key(), prefix))
                    : Optional.empty();
        }
    }

    private static List<Entry> listed(KeyValueIterator<Bytes, byte[]> iterator, byte[] prefix) {
        List<Entry> entries = new ArrayList<>();
        try (iterator) {
            while (iterator.hasNext()) {
                Entry entry = entry(iterator.next());
                if (Key.beginsWith(entry.key(), prefix)) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static Entry entry(KeyValue<Bytes, byte[]> pair) {
        return new Entry(pair.key.get(), pair.value);
    }
}
