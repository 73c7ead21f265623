package dev.vigil.portal;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that were asked for lately. Those that somebody watches are read anew soon after news. */
final class LivePages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);
    private static final int REMEMBERED = 64;
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration AFTER_NEWS = Duration.ofMillis(500);
    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(5);

    private final NightBook book;
    private final FrameSource source;
    private final MasterSource masters;
    private final BooleanSupplier caughtUp;
    private final Clock clock;
    private final String epoch;
    private long made;
    private final Map<String, LivePage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(LivePages::thread);

    private LivePages(NightBook book, FrameSource source, MasterSource masters, BooleanSupplier caughtUp, Clock clock) {
        this.book = book;
        this.source = source;
        this.masters = masters;
        this.caughtUp = caughtUp;
        this.clock = clock;
        this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    static LivePages start(
            NightBook book, FrameSource source, MasterSource masters, BooleanSupplier caughtUp, Clock clock) {
        LivePages pages = new LivePages(book, source, masters, caughtUp, clock);
        book.onChange(pages::changed);
        book.onMaster(pages::changed);
        pages.ticking.scheduleWithFixedDelay(pages::refresh, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        return pages;
    }

    /** The page at a path, if there can be one. */
    Optional<LivePage> at(String path) {
        synchronized (pages) {
            Optional<LivePage> page = Optional.ofNullable(pages.get(path))
                    .or(() -> view(path).map(view -> new LivePage(view, epoch + "." + made++)));
            page.ifPresent(found -> pages.put(path, found));
            forgetTheEldest();
            return page;
        }
    }

    private void forgetTheEldest() {
        if (pages.size() > REMEMBERED) {
            pages.entrySet().stream()
                    .filter(entry -> !entry.getValue().isWatched())
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .ifPresent(pages::remove);
        }
    }

    private Optional<View> view(String path) {
        if (path.equals("/")) {
            return Optional.of(new IndexView(book, caughtUp, clock));
        }
        if (path.startsWith("/nights/")) {
            return NightKey.parse(path.substring("/nights/".length()))
                    .map(key -> new NightView(key, book, source, clock));
        }
        if (path.startsWith("/frames/")) {
            return Links.id(path.substring("/frames/".length()), FrameId::new)
                    .map(frame -> new FrameView(frame, source, book));
        }
        if (path.equals("/masters")) {
            return Optional.of(new MastersView(masters, clock));
        }
        if (path.startsWith("/masters/")) {
            return Links.id(path.substring("/masters/".length()), MasterId::new)
                    .map(master -> new MasterView(master, masters, clock));
        }
        return Optional.empty();
    }

    long now() {
        return clock.millis();
    }

    private List<LivePage> known() {
        synchronized (pages) {
            return List.copyOf(pages.values());
        }
    }

    private void changed(NightKey key) {
        known().stream().filter(page -> page.view().isAbout(key)).forEach(LivePage::markStale);
    }

    private void changed(MasterId master) {
        known().stream().filter(page -> page.view().isAbout(master)).forEach(LivePage::markStale);
    }

    private void refresh() {
        for (LivePage page : known()) {
            if (page.isWatched() && page.isDue(now(), AFTER_NEWS, WITHOUT_NEWS)) {
                refresh(page);
            }
        }
    }

    /** A page that cannot be read now is read again later; the others go on. */
    private void refresh(LivePage page) {
        try {
            page.refresh(now());
        } catch (RuntimeException e) {
            LOG.warn("the page {} was not brought up to date: {}", page.view().title(), e.toString());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "portal-pages");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        ticking.shutdownNow();
    }
}
