package dev.vigil.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page that people are looking at, and which of its parts changed when. Many may wait for its next change. */
final class LivePage {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final View view;
    private final String epoch;
    private final Object reading = new Object();
    private final Map<String, Long> removed = new HashMap<>();
    private Map<String, Part> parts = new LinkedHashMap<>();
    private List<Fragment> fragments = List.of();
    private long version;
    private long refreshedAt;
    private boolean stale = true;
    private int watchers;

    /** The epoch tells this page from one that was forgotten or served before a restart: their versions mean nothing here. */
    LivePage(View view, String epoch) {
        this.view = view;
        this.epoch = epoch;
    }

    private record Part(Fragment fragment, String after, long since) {}

    View view() {
        return view;
    }

    /**
     * A page at one instant.
     *
     * @param fragments its parts
     * @param version from which on a browser has to be told of changes
     */
    record Snapshot(List<Fragment> fragments, String version) {}

    /** The page as it is now. It is read anew unless that was done a moment ago. */
    Snapshot snapshot(long now, Duration fresh) {
        if (now - refreshedAt() >= fresh.toMillis()) {
            refresh(now);
        }
        synchronized (this) {
            return new Snapshot(fragments, version());
        }
    }

    private synchronized long refreshedAt() {
        return refreshedAt;
    }

    synchronized String version() {
        return epoch + "-" + version;
    }

    synchronized void markStale() {
        stale = true;
    }

    synchronized boolean isWatched() {
        return watchers > 0;
    }

    synchronized void watched(int more) {
        watchers += more;
    }

    /** Whether it is time to read the parts anew: soon after news, and now and then without. */
    synchronized boolean isDue(long now, Duration afterNews, Duration withoutNews) {
        long age = now - refreshedAt;
        return stale && age >= afterNews.toMillis() || age >= withoutNews.toMillis();
    }

    /** Reads the parts anew, one after the other so that old ones never replace new ones, and without holding up those who wait. */
    void refresh(long now) {
        synchronized (reading) {
            synchronized (this) {
                stale = false;
                refreshedAt = now;
            }
            List<Fragment> fresh = view.fragments();
            synchronized (this) {
                take(fresh);
            }
        }
    }

    private void take(List<Fragment> fresh) {
        long next = version + 1;
        boolean changed = false;
        Map<String, Part> taken = new LinkedHashMap<>();
        Map<String, String> last = new HashMap<>();
        for (Fragment fragment : fresh) {
            Part before = parts.get(fragment.id());
            boolean same = before != null && before.fragment().equals(fragment);
            String after = Optional.ofNullable(last.put(fragment.into(), fragment.id()))
                    .orElse("");
            taken.put(fragment.id(), new Part(fragment, after, same ? before.since() : next));
            removed.remove(fragment.id());
            changed |= !same;
        }
        for (String id : parts.keySet()) {
            if (!taken.containsKey(id)) {
                removed.put(id, next);
                changed = true;
            }
        }
        parts = taken;
        fragments = List.copyOf(fresh);
        if (changed) {
            version = next;
            notifyAll();
        }
    }

    /** What a page of an older version has to change, as JSON; empty when nothing changes in this time. */
    synchronized Optional<String> changesSince(String seen, Duration time) throws InterruptedException {
        if (!seen.matches(Pattern.quote(epoch) + "-[0-9]{1,18}")) {
            return Optional.of("{\"reload\":true}");
        }
        long since = Long.parseLong(seen.substring(epoch.length() + 1));
        if (since >= version) {
            wait(time.toMillis());
        }
        return since >= version ? Optional.empty() : Optional.of(changesSince(since));
    }

    private String changesSince(long since) {
        ObjectNode message = MAPPER.createObjectNode();
        ArrayNode changes = message.putArray("changes");
        removed.forEach((id, at) -> {
            if (at > since) {
                changes.addObject().put("id", id).putNull("html");
            }
        });
        parts.values().stream()
                .filter(part -> part.since() > since)
                .forEach(part -> changes.addObject()
                        .put("id", part.fragment().id())
                        .put("into", part.fragment().into())
                        .put("after", part.after())
                        .put("html", part.fragment().html().markup()));
        return message.toString();
    }
}
