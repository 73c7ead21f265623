package dev.vigil.scheduler.state;

import java.util.List;
import java.util.Optional;

/** Bytes under bytes, in the order of the keys as unsigned numbers. Every method may be called again with the same effect. */
public interface Shelf {

    /** What stands under a key. */
    Optional<byte[]> get(byte[] key);

    /** Puts a value under a key, in place of what stood there. */
    void put(byte[] key, byte[] value);

    /** Takes away what stands under a key. */
    void remove(byte[] key);

    /** All that begins with a prefix, in order. */
    List<Entry> under(byte[] prefix);

    /** All from a key to another, both included, in order. */
    List<Entry> between(byte[] from, byte[] to);

    /** The first that begins with a prefix. */
    Optional<Entry> first(byte[] prefix);

    /** The first that is not before a key. */
    Optional<Entry> firstFrom(byte[] key);

    /** The last that begins with a prefix. */
    Optional<Entry> last(byte[] prefix);

    /**
     * A key and what stands under it.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(byte[] key, byte[] value) {}
}
