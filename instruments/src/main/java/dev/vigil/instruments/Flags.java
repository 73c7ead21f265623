package dev.vigil.instruments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is odd about a frame, while it is described: each thing once, in words that tell how much. */
final class Flags {
    private final Map<Flag, String> said = new LinkedHashMap<>();

    void add(Flag flag) {
        add(flag, flag.meaning());
    }

    void add(Flag flag, String words) {
        said.putIfAbsent(flag, words);
    }

    /** In the order in which they were noticed. */
    Map<Flag, String> remarks() {
        return Collections.unmodifiableMap(said);
    }
}
