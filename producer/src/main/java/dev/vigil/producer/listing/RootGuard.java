package dev.vigil.producer.listing;

import dev.vigil.common.files.UnfinishedNames;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a unit's folder from the bare mount point that shows when its disk is gone. What it goes by is a marker that a person
 * put there, what was announced from there, and which folder it was before; it writes nothing onto the telescope's disk.
 */
final class RootGuard {
    /** The name of the marker. */
    static final String MARKER = ".vigil-root";

    private final boolean needsMarker;
    private boolean hadMarker;
    private Optional<Object> key = Optional.empty();
    private Set<String> names = Set.of();

    RootGuard(boolean needsMarker) {
        this.needsMarker = needsMarker;
    }

    /**
     * What speaks against this being the unit's disk; nothing if it is. Then this is how it is known again.
     *
     * @param all every name in the folder
     * @param now tells this folder from another under the same name
     * @param wasAnnouncedFrom whether files that were there are known
     */
    Optional<String> trouble(Path folder, List<String> all, Object now, boolean wasAnnouncedFrom) {
        boolean hasMarker = all.contains(MARKER);
        Set<String> seen = new HashSet<>(all);
        seen.removeIf(UnfinishedNames::includes);
        Optional<String> trouble = hasMarker ? Optional.empty() : withoutMarker(folder, seen, now, wasAnnouncedFrom);
        if (trouble.isEmpty()) {
            hadMarker = hasMarker;
            key = Optional.of(now);
            names = seen;
        }
        return trouble;
    }

    private Optional<String> withoutMarker(Path folder, Set<String> seen, Object now, boolean wasAnnouncedFrom) {
        if (hadMarker || needsMarker) {
            return Optional.of("there is no " + MARKER + " in " + folder + "; mount its disk" + orMark(folder));
        }
        boolean isTheSame = key.filter(now::equals).isPresent();
        if (isTheSame) {
            return Optional.empty();
        }
        if (seen.isEmpty() && (key.isPresent() || wasAnnouncedFrom)) {
            return Optional.of(folder + " is empty, and files of it were known; mount its disk" + orMark(folder));
        }
        boolean isAnother =
                key.isPresent() && !names.isEmpty() && names.stream().noneMatch(seen::contains);
        return isAnother
                ? Optional.of("another folder with nothing of what was there shows as " + folder + "; mount its disk"
                        + orMark(folder))
                : Optional.empty();
    }

    private static String orMark(Path folder) {
        return ", or, if this is its disk, touch " + folder.resolve(MARKER);
    }
}
