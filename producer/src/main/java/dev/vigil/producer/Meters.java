package dev.vigil.producer;

import dev.vigil.producer.listing.Listing;
import dev.vigil.schemas.events.FrameAnnounced;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what is announced, and shows which units are reachable and when they were last seen alive. */
final class Meters {
    private static final double NANOS = 1e9;

    private final MeterRegistry registry;
    private final Map<String, AtomicReference<Life>> units = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Life(boolean reachable, Instant at) {}

    void announced(FrameAnnounced event) {
        String judgement = event.judgement().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        registry.counter("vigil.announced", "unit", event.identity().unit(), "judgement", judgement)
                .increment();
    }

    /** A listing has come: what it cost tells how often one can be afforded. */
    void listed(Listing.Seen listing) {
        registry.counter("vigil.listed.files", "unit", listing.unit()).increment(listing.looked());
        registry.counter("vigil.listing.seconds", "unit", listing.unit())
                .increment(listing.took().toNanos() / NANOS);
    }

    /** A file was read. */
    void read(String unit) {
        registry.counter("vigil.read.files", "unit", unit).increment();
    }

    void see(Alive alive, Instant now) {
        for (String unit : alive.units()) {
            units.computeIfAbsent(unit, this::gauges).set(new Life(alive.isReachable(unit), now));
        }
    }

    private AtomicReference<Life> gauges(String unit) {
        AtomicReference<Life> life = new AtomicReference<>(new Life(true, Instant.EPOCH));
        Gauge.builder("vigil.unit.reachable", life, l -> l.get().reachable() ? 1 : 0)
                .description("whether the unit's folder can be read")
                .tag("unit", unit)
                .register(registry);
        Gauge.builder(
                        "vigil.unit.alive.timestamp.seconds",
                        life,
                        l -> l.get().at().getEpochSecond())
                .description("when the producer last looked after the unit")
                .tag("unit", unit)
                .register(registry);
        return life;
    }
}
