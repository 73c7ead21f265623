package dev.vigil.instruments;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Frames that people have called junk: the first column of a list, with or without the endings of file names. */
record JunkList(Set<String> names) {
    static final JunkList EMPTY = new JunkList(Set.of());

    JunkList {
        names = Set.copyOf(names);
    }

    static JunkList of(List<String> lines) {
        return new JunkList(lines.stream()
                .map(line -> line.split(",", 2)[0].strip().replace("\"", ""))
                .filter(name -> !name.isEmpty() && !name.startsWith("#"))
                .map(Identification::withoutSuffix)
                .collect(Collectors.toSet()));
    }

    boolean names(String fileName) {
        return names.contains(Identification.withoutSuffix(fileName));
    }
}
