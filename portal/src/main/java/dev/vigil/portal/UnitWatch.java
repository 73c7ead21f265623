package dev.vigil.portal;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Newest;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every few seconds what producers say of their units, and writes into the {@link NightBook} of which nothing comes. It needs the schema registry,
 * for which the nights must not wait, so it goes its own way.
 */
final class UnitWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnitWatch.class);
    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final WireFormat format;
    private final NightBook book;
    private final Clock clock;
    private final ScheduledExecutorService watching =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "portal-units"));
    private Optional<Newest<UnitAlive>> units = Optional.empty();

    private UnitWatch(KafkaSettings kafka, WireFormat format, NightBook book, Clock clock) {
        this.kafka = kafka;
        this.format = format;
        this.book = book;
        this.clock = clock;
    }

    static UnitWatch start(KafkaSettings kafka, WireFormat format, NightBook book, Duration every, Clock clock) {
        UnitWatch watch = new UnitWatch(kafka, format, book, clock);
        watch.watching.scheduleWithFixedDelay(watch::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** A broker or registry that is away is asked again the next time. */
    private void look() {
        try {
            Newest<UnitAlive> open = units.orElseGet(this::open);
            units = Optional.of(open);
            book.noteUnits(open.untilNow().said(format).all().stream()
                    .flatMap(unit -> UnitTrouble.all(unit, clock.instant()))
                    .toList());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("what units say is not known: {}", e.getMessage());
            closeTopic();
        }
    }

    private Newest<UnitAlive> open() {
        return Newest.since(kafka, Topics.UNITS_ALIVE, clock.instant().minus(LATELY));
    }

    private void closeTopic() {
        units.ifPresent(Newest::close);
        units = Optional.empty();
    }

    @Override
    public void close() {
        watching.submit(this::closeTopic);
        watching.shutdown();
        try {
            if (!watching.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                watching.shutdownNow();
            }
        } catch (InterruptedException e) {
            watching.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
