package dev.vigil.scheduler.state;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A shelf in this process's memory. */
public final class InMemoryShelf implements Shelf {
    private final NavigableMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void remove(byte[] key) {
        entries.remove(key);
    }

    @Override
    public List<Entry> under(byte[] prefix) {
        return listed(beginningWith(prefix));
    }

    @Override
    public List<Entry> between(byte[] from, byte[] to) {
        return listed(entries.subMap(from, true, to, true));
    }

    @Override
    public Optional<Entry> first(byte[] prefix) {
        return Optional.ofNullable(beginningWith(prefix).firstEntry()).map(InMemoryShelf::entry);
    }

    @Override
    public Optional<Entry> firstFrom(byte[] key) {
        return Optional.ofNullable(entries.ceilingEntry(key)).map(InMemoryShelf::entry);
    }

    @Override
    public Optional<Entry> last(byte[] prefix) {
        return Optional.ofNullable(beginningWith(prefix).lastEntry()).map(InMemoryShelf::entry);
    }

    /** Takes everything away. */
    public void clear() {
        entries.clear();
    }

    private NavigableMap<byte[], byte[]> beginningWith(byte[] prefix) {
        return Key.after(prefix)
                .map(end -> entries.subMap(prefix, true, end, false))
                .orElseGet(() -> entries.tailMap(prefix, true));
    }

    private static List<Entry> listed(Map<byte[], byte[]> entries) {
        return entries.entrySet().stream().map(InMemoryShelf::entry).toList();
    }

    private static Entry entry(Map.Entry<byte[], byte[]> entry) {
        return new Entry(entry.getKey(), entry.getValue());
    }
}
