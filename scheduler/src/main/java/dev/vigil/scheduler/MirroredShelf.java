package dev.vigil.scheduler;

import dev.vigil.scheduler.state.InMemoryShelf;
import dev.vigil.scheduler.state.Shelf;
import java.util.List;
import java.util.Optional;

/**
 * A shelf that is written to a store and read from memory. The queue loses its ends all the time, and a store that is read from its ends
 * has to pass all that was deleted there; this one does not.
 */
final class MirroredShelf implements Shelf {
    private final Shelf kept;
    private final InMemoryShelf mirror = new InMemoryShelf();

    MirroredShelf(Shelf kept) {
        this.kept = kept;
        kept.under(new byte[0]).forEach(entry -> mirror.put(entry.key(), entry.value()));
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return mirror.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        kept.put(key, value);
        mirror.put(key, value);
    }

    @Override
    public void remove(byte[] key) {
        if (mirror.get(key).isPresent()) {
            kept.remove(key);
            mirror.remove(key);
        }
    }

    @Override
    public List<Entry> under(byte[] prefix) {
        return mirror.under(prefix);
    }

    @Override
    public List<Entry> between(byte[] from, byte[] to) {
        return mirror.between(from, to);
    }

    @Override
    public Optional<Entry> first(byte[] prefix) {
        return mirror.first(prefix);
    }

    @Override
    public Optional<Entry> firstFrom(byte[] key) {
        return mirror.firstFrom(key);
    }

    @Override
    public Optional<Entry> last(byte[] prefix) {
        return mirror.last(prefix);
    }
}
