package dev.vigil.progress;

import dev.vigil.progress.NightNews.FrameMoved;
import dev.vigil.progress.NightNews.SeriesCounted;
import dev.vigil.progress.NightNews.SiteHeard;
import dev.vigil.progress.standing.Night;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.NightProgress;
import dev.vigil.progress.standing.Site;
import dev.vigil.progress.standing.Standing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps how far each night is, and tells it, at once where it can and later where it was told a moment ago. */
final class Nights implements Processor<byte[], NightNews, byte[], byte[]> {
    private final Duration every;
    private final Map<String, Long> toldAt = new HashMap<>();
    private final Set<String> untold = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, NightRow> nights;
    private KeyValueStore<String, Site> sites;
    private Bell bell;

    Nights(Duration every) {
        this.every = every;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
        this.context = opened;
        this.nights = opened.getStateStore(Nodes.NIGHTS);
        this.sites = opened.getStateStore(Nodes.SITES);
        this.bell = new Bell(opened, every.dividedBy(2), this::tellWhatIsDue);
        remember();
        setBell();
    }

    /** What was not told before a stop is told after it. */
    private void remember() {
        try (KeyValueIterator<String, NightRow> all = nights.all()) {
            all.forEachRemaining(this::remember);
        }
    }

    private void remember(KeyValue<String, NightRow> each) {
        if (!each.value.night().complete()) {
            open.add(each.key);
        }
        if (!each.value.sent()) {
            untold.add(each.key);
        }
    }

    @Override
    public void process(Record<byte[], NightNews> record) {
        if (record.value() instanceof FrameMoved moved) {
            moved(moved);
        } else if (record.value() instanceof SeriesCounted counted) {
            counted(counted);
        } else if (record.value() instanceof SiteHeard heard) {
            heard(heard);
        }
        setBell();
    }

    private void setBell() {
        if (!untold.isEmpty()) {
            bell.set();
        }
    }

    private void moved(FrameMoved moved) {
        NightKey after = key(moved.after());
        Optional<Standing> stayed = moved.before().filter(before -> key(before).equals(after));
        moved.before()
                .filter(before -> stayed.isEmpty())
                .ifPresent(before -> count(key(before), progress -> progress.minus(before)));
        count(after, progress -> {
            // Without a frame the night would forget its times, so the new comes before the old goes.
            NightProgress both = progress.plus(moved.after());
            return stayed.map(both::minus).orElse(both);
        });
    }

    private void count(NightKey key, UnaryOperator<NightProgress> change) {
        Night before = night(key);
        keep(before.with(change.apply(before.progress()), site(key.unit())));
    }

    private void counted(SeriesCounted counted) {
        NightKey key = counted.key().night();
        keep(night(key).with(counted.key().name(), counted.missing(), site(key.unit())));
    }

    private Night night(NightKey key) {
        return Optional.ofNullable(nights.get(key.toString()))
                .map(NightRow::night)
                .orElseGet(() -> Night.empty(key));
    }

    private void heard(SiteHeard heard) {
        sites.put(heard.unit(), heard.site());
        openNightsOf(heard.unit()).forEach(key -> {
            Night before = nights.get(key).night();
            Night after = before.judgedBy(heard.site());
            if (!after.equals(before)) {
                keep(after);
            }
        });
    }

    private List<String> openNightsOf(String unit) {
        return open.stream().filter(key -> key.startsWith(unit + "/")).toList();
    }

    private Site site(String unit) {
        return Optional.ofNullable(sites.get(unit)).orElse(Site.UNHEARD);
    }

    private void keep(Night night) {
        String key = night.key().toString();
        nights.put(key, new NightRow(night, false));
        if (night.complete()) {
            open.remove(key);
        } else {
            open.add(key);
        }
        untold.add(key);
        if (isDue(key, context.currentSystemTimeMs())) {
            tell(key, context.currentSystemTimeMs());
        }
    }

    private void tellWhatIsDue(long now) {
        List.copyOf(untold).stream().filter(key -> isDue(key, now)).forEach(key -> tell(key, now));
        toldAt.values().removeIf(told -> now - told >= every.toMillis());
        setBell();
    }

    private boolean isDue(String key, long now) {
        return Optional.ofNullable(toldAt.get(key))
                .filter(told -> now - told < every.toMillis())
                .isEmpty();
    }

    private void tell(String key, long now) {
        Night night = nights.get(key).night();
        boolean isEmpty = night.isEmpty();
        context.forward(Telling.of("NightProgress", key, isEmpty ? null : Json.bytes(NightJson.of(night)), now));
        if (isEmpty) {
            nights.delete(key);
            open.remove(key);
        } else {
            nights.put(key, new NightRow(night, true));
        }
        untold.remove(key);
        toldAt.put(key, now);
    }

    private static NightKey key(Standing standing) {
        return standing.belonging().nightKey();
    }
}
