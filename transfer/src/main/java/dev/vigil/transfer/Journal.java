package dev.vigil.transfer;

import dev.vigil.schemas.events.FetchedFrom;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes which places were tried for a file, what each has brought, and why it was left. */
final class Journal {
    private final Map<URI, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private long bytes;
        private Optional<String> trouble = Optional.empty();
    }

    /** The same bytes, counted while they are read. */
    synchronized Source.Bytes counted(URI location, Source.Bytes bytes) {
        Entry entry = entries.computeIfAbsent(location, any -> new Entry());
        InputStream stream = new FilterInputStream(bytes.stream()) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                count(entry, octet < 0 ? -1 : 1);
                return octet;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                count(entry, count);
                return count;
            }
        };
        return new Source.Bytes(stream, bytes.start(), bytes.tag(), bytes.size());
    }

    private synchronized void count(Entry entry, int bytes) {
        entry.bytes += Math.max(0, bytes);
    }

    /** Why nothing more is expected from a place. */
    synchronized void left(URI location, String why) {
        entries.computeIfAbsent(location, any -> new Entry()).trouble = Optional.of(why);
    }

    /** Why a place gives no further stream; no matter of one that has brought something. */
    synchronized void refused(URI location, String why) {
        Entry entry = entries.computeIfAbsent(location, any -> new Entry());
        entry.trouble = entry.bytes > 0 ? entry.trouble : Optional.of(why);
    }

    /** All of it, in the order in which the places were tried. */
    synchronized List<FetchedFrom> told() {
        return entries.entrySet().stream()
                .map(each -> new FetchedFrom(each.getKey(), each.getValue().bytes, each.getValue().trouble))
                .toList();
    }

    /** The same in words. */
    static String worded(List<FetchedFrom> told) {
        return String.join(", ", told.stream().map(Journal::worded).toList());
    }

    private static String worded(FetchedFrom from) {
        return from.bytes() + " bytes from " + from.location()
                + from.trouble().map(why -> " (left: " + why + ")").orElse("");
    }
}
