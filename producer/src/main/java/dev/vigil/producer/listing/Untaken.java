package dev.vigil.producer.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lies on a unit's disk and cannot be taken: folders that may not be read, names that are no text, copies that broke off. */
final class Untaken {
    private final ClosedFolders closed = new ClosedFolders();
    private final NamelessFiles nameless = new NamelessFiles();
    private final BrokenCopies broken = new BrokenCopies();

    void clear() {
        closed.clear();
        nameless.clear();
        broken.clear();
    }

    /** A folder was listed; of the names in it, those that can be asked for. */
    List<String> listed(String folder, List<String> names) {
        closed.forget(folder);
        broken.forget(folder);
        return nameless.taken(folder, names);
    }

    void gone(String folder) {
        listed(folder, List.of());
    }

    void closed(String folder) {
        closed.closed(folder);
    }

    /** A file lies there under the name of a copy that is not finished. */
    void unfinished(String folder, String name, Instant modified) {
        broken.seen(folder, name, modified);
    }

    /** What there is, and what to do. */
    Optional<String> words(Instant now) {
        return closed.words().or(nameless::words).or(() -> broken.words(now));
    }
}
