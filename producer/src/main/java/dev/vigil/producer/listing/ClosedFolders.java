package dev.vigil.producer.listing;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps which folders may not be looked into, so that what is in them is missed by nobody but us. */
final class ClosedFolders {
    private final Set<String> paths = new TreeSet<>();

    void closed(String folder) {
        paths.add(folder);
    }

    /** It was looked into, or is gone. */
    void forget(String folder) {
        paths.remove(folder);
    }

    void clear() {
        paths.clear();
    }

    /** What there is, and what to do. */
    Optional<String> words() {
        return paths.stream()
                .findFirst()
                .map(first ->
                        (paths.size() == 1 ? first + " may" : paths.size() + " folders, " + first + " the first, may")
                                + " not be read, and nothing in there is taken; give the producer the right to");
    }
}
