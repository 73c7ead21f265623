package dev.vigil.producer.known;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said of the files of one folder: entries one after another, and a table of where they begin. An entry is never changed;
 * a newer one is written behind it, and when half of the bytes are outlived, all are written anew.
 */
final class KnownFolder {
    private static final int NONE = -1;
    private static final int PLACES = 16;
    private static final int BYTES = 1024;

    private final String folder;
    private ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    private int end;
    private int outlived;
    private int[] places = free(PLACES);
    private int size;

    KnownFolder(String folder) {
        this.folder = folder;
    }

    int size() {
        return size;
    }

    Optional<Known> get(String name) {
        int at = places[placeOf(KnownEntry.name(name))];
        return at == NONE ? Optional.empty() : Optional.of(new KnownEntry(bytes, at).known(folder));
    }

    boolean settles(String name, long length, long modified) {
        int at = places[placeOf(KnownEntry.name(name))];
        return at != NONE && new KnownEntry(bytes, at).settles(length, modified);
    }

    boolean holdsAnyFile() {
        return entries().anyMatch(KnownEntry::isOfAFile);
    }

    Stream<Known> open() {
        return entries().filter(KnownEntry::isOpen).map(entry -> entry.known(folder));
    }

    void put(Known known) {
        byte[] entry = KnownEntry.of(known);
        makeRoom(entry.length);
        int place = placeOf(new KnownEntry(ByteBuffer.wrap(entry), 0).name());
        if (places[place] == NONE) {
            size++;
        } else {
            outlived += new KnownEntry(bytes, places[place]).length();
        }
        places[place] = end;
        bytes.put(end, entry);
        end += entry.length;
    }

    private Stream<KnownEntry> entries() {
        return Arrays.stream(places).filter(at -> at != NONE).mapToObj(at -> new KnownEntry(bytes, at));
    }

    private void makeRoom(int more) {
        if (outlived > BYTES && outlived > end / 2) {
            writeAnew();
        }
        if (end + more > bytes.capacity()) {
            // By a quarter, not by the double: most folders are written once and then only looked at.
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), Math.addExact(end + more, bytes.capacity() / 4)));
        }
        if (size * 4 >= places.length * 3) {
            spread();
        }
    }

    private void writeAnew() {
        ByteBuffer living = ByteBuffer.allocate(bytes.capacity());
        for (int place = 0; place < places.length; place++) {
            if (places[place] != NONE) {
                int at = places[place];
                places[place] = living.position();
                living.put(bytes.array(), at, new KnownEntry(bytes, at).length());
            }
        }
        bytes = living;
        end = living.position();
        outlived = 0;
    }

    private void spread() {
        int[] before = places;
        places = free(before.length * 2);
        for (int at : before) {
            if (at != NONE) {
                places[placeOf(new KnownEntry(bytes, at).name())] = at;
            }
        }
    }

    /** Where a name stands in the table, or would. */
    private int placeOf(byte[] name) {
        int hash = Arrays.hashCode(name) * 0x9E3779B9;
        int place = hash >>> 16 ^ hash;
        while (true) {
            place &= places.length - 1;
            if (places[place] == NONE || new KnownEntry(bytes, places[place]).isNamed(name)) {
                return place;
            }
            place++;
        }
    }

    private static int[] free(int count) {
        int[] places = new int[count];
        Arrays.fill(places, NONE);
        return places;
    }
}
