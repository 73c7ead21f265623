package dev.vigil.ingester;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The ingester: all news into the ledger, and {@code frames.recorded} out of it. */
public final class IngesterService implements AutoCloseable {
    private static final String NAME = "ingester";
    private static final Patience PATIENCE = new Patience(Duration.ofMillis(250), Duration.ofSeconds(5));

    private final Parts parts;
    private final Follower follower;
    private final String description;

    private IngesterService(Parts parts, Follower follower, String description) {
        this.parts = parts;
        this.follower = follower;
        this.description = description;
    }

    /** Starts to follow; whatever it needs and cannot reach is waited for. */
    public static IngesterService start(IngesterSettings settings, StopSignal stop) throws Exception {
        return start(settings, stop, Step.Listener.NONE);
    }

    static IngesterService start(IngesterSettings settings, StopSignal stop, Step.Listener steps) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> {
            Front front = parts.add(Front.open(settings.front()));
            TopicKeeper.ensure(settings.kafka());
            Ledger ledger = parts.add(whenItAnswers(stop, () -> Ledger.open(settings.ledger())));
            whenItAnswers(stop, () -> explained(ledger));
            WireFormat format = WireFormat.of(settings.registry());
            EventWriter writer = parts.add(EventWriter.open(settings.kafka(), format, NAME));
            Meters meters = new Meters(front.meters());
            Clock clock = Clock.systemUTC();
            Ingestion ingestion = new Ingestion(
                    format, ledger.writer(clock), ledger.outbox(), writer, PATIENCE, meters, clock, steps);
            Follower follower = parts.add(Follower.start(
                    new Follower.Setting(settings.kafka(), NAME, settings.batch(), settings.linger(), stop),
                    ledger,
                    ingestion,
                    front.meters(),
                    meters));
            front.ready("partitions", follower::isReady);
            front.ready("ledger", ledger::answers);
            return new IngesterService(parts, follower, "ingester into " + ledger + ", health on port " + front.port());
        });
    }

    private static Ledger whenItAnswers(StopSignal stop, Supplier<Ledger> asking) throws InterruptedException {
        return PATIENCE.until(() -> {
            if (stop.isStopping()) {
                throw new InterruptedException("stopped before the ledger was there");
            }
            return asking.get();
        });
    }

    /** After the migrations, so that the ledger's words are those of the version that writes it. */
    private static Ledger explained(Ledger ledger) {
        ledger.explain(Meanings.all());
        return ledger;
    }

    /** Whether every partition that it was given is read. */
    public boolean isReady() {
        return follower.isReady();
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return description;
    }
}
