package dev.vigil.producer.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps which files lie under names of copies that are not finished, and when they were last written: one to which nothing came for a day broke off. */
final class BrokenCopies {
    private static final Duration LONG = Duration.ofDays(1);

    private final Map<String, Map<String, Instant>> byFolder = new TreeMap<>();

    void forget(String folder) {
        byFolder.remove(folder);
    }

    void clear() {
        byFolder.clear();
    }

    void seen(String folder, String name, Instant modified) {
        byFolder.computeIfAbsent(folder, any -> new HashMap<>()).put(name, modified);
    }

    /** What there is, and what to do. */
    Optional<String> words(Instant now) {
        Map<String, Instant> broken = new TreeMap<>();
        byFolder.forEach((folder, names) -> names.forEach((name, modified) -> {
            if (modified.isBefore(now.minus(LONG))) {
                broken.put(folder + "/" + name, modified);
            }
        }));
        return broken.entrySet().stream().findFirst().map(first -> {
            boolean isOne = broken.size() == 1;
            return (isOne ? "a copy broke off: " : broken.size() + " copies broke off, the first: ") + first.getKey()
                    + " is unfinished by its name, and nothing was written to it since "
                    + first.getValue().truncatedTo(ChronoUnit.SECONDS) + "; copy "
                    + (isOne ? "it" : "them") + " again, or remove " + (isOne ? "it" : "them");
        });
    }
}
