package dev.vigil.audit;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.audit.Difference.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Files of the archive of which nobody has spoken. What was made of a frame that is not done yet is no stray: the work was broken off
 * between two files, and whoever does it again takes over what is there.
 */
final class Strays {
    private static final String PRODUCTS = "products/";

    private final Map<String, FrameSaid> folders;

    private Strays(Collection<FrameSaid> frames) {
        this.folders =
                frames.stream().collect(Collectors.toMap(Strays::folder, Function.identity(), (one, other) -> one));
    }

    /** Mostly there is none, and then no frame is looked at. */
    static List<Difference> of(Set<String> keys, Collection<FrameSaid> frames) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Strays strays = new Strays(frames);
        return keys.stream().flatMap(key -> strays.difference(key).stream()).toList();
    }

    /** {@code products/<unit>/<night>/<frame>}, in which each reduction has a folder. */
    private static String folder(FrameSaid said) {
        return ArchiveKey.of(
                        "products",
                        said.frame().unit(),
                        said.night(),
                        said.frame().stem())
                .value();
    }

    private Optional<Difference> difference(String key) {
        Optional<FrameSaid> frame = frame(key);
        if (frame.isEmpty() || frame.get().isRecorded()) {
            return Optional.of(stray(
                    key,
                    "the archive holds it, but nobody has said so",
                    "look what it is; a worker may have died between writing and saying so, and the work was done again"
                            + " under another name"));
        }
        return frame.filter(FrameSaid::hasFailed)
                .map(FrameSaid::frame)
                .map(failed -> stray(
                        key,
                        "the archive holds it of work on " + failed + " that was not finished",
                        "vigil retry " + failed + ": the next attempt takes it over"));
    }

    private Optional<FrameSaid> frame(String key) {
        return Optional.of(key)
                .filter(any -> any.startsWith(PRODUCTS))
                .map(Strays::parent)
                .map(Strays::parent)
                .map(folders::get);
    }

    private static String parent(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('/')));
    }

    private static Difference stray(String key, String words, String deed) {
        return new Difference(Kind.STRAY, key, words, new Repair.ByHand(deed));
    }
}
