package dev.vigil.producer.listing;

import dev.vigil.common.files.UnreadableNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps which folders hold files that cannot be taken, because their names are no text in the encoding of this system. */
final class NamelessFiles {
    private static final String UTF_8 = "UTF-8";

    private final Map<String, List<String>> byFolder = new TreeMap<>();

    /** Of the names in a folder, as they are now, those that can be asked for. */
    List<String> taken(String folder, List<String> names) {
        byFolder.remove(folder);
        if (names.stream().noneMatch(UnreadableNames::includes)) {
            return names;
        }
        List<String> others = names.stream()
                .filter(UnreadableNames::includes)
                .filter(name -> !UnitScan.isPassedBy(name))
                .toList();
        if (!others.isEmpty()) {
            byFolder.put(folder, others);
        }
        return names.stream().filter(name -> !UnreadableNames.includes(name)).toList();
    }

    void clear() {
        byFolder.clear();
    }

    /** What there is, and what to do. */
    Optional<String> words() {
        return byFolder.entrySet().stream().findFirst().map(first -> {
            int count = byFolder.values().stream().mapToInt(List::size).sum();
            return (count == 1 ? "the name of a file is" : "the names of " + count + " files are") + " no text in "
                    + encoding() + ", so " + (count == 1 ? "it" : "they") + " cannot be taken: "
                    + first.getValue().get(0) + " in " + first.getKey() + "; rename such files" + locale();
        });
    }

    private static String encoding() {
        return System.getProperty("sun.jnu.encoding", UTF_8);
    }

    private static String locale() {
        return encoding().equals(UTF_8) ? "" : ", or start the producer in a UTF-8 locale: LC_ALL=C.UTF-8";
    }
}
