package dev.vigil.instruments;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Frames that people have called junk: the first column of a list, with or without the endings of file names. */
record JunkList(Set<String> names) {
    static final JunkList EMPTY = new JunkList(Set.of());

    private static final Pattern COLUMN_END = Pattern.compile("[,;\\t]");

    /** Spreadsheets put it before the first line. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    JunkList {
        names = Set.copyOf(names);
    }

    static JunkList of(List<String> lines) {
        return new JunkList(lines.stream()
                .map(line -> COLUMN_END.split(line, 2)[0])
                .map(JunkList::fileName)
                .filter(name -> !name.isEmpty() && !name.startsWith("#"))
                .map(Identification::withoutSuffix)
                .collect(Collectors.toSet()));
    }

    private static String fileName(String column) {
        String path = column.replace(BYTE_ORDER_MARK, "").replace("\"", "").strip();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean names(String fileName) {
        return names.contains(Identification.withoutSuffix(fileName));
    }
}
