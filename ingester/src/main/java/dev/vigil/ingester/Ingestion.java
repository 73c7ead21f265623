package dev.vigil.ingester;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.ledger.Advance;
import dev.vigil.ledger.Outbox;
import dev.vigil.ledger.PositionMovedException;
import dev.vigil.ledger.UnwritableException;
import dev.vigil.ledger.Writer;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batches of records into the ledger, and publishes what follows from them. Doing it again changes nothing. */
final class Ingestion {
    private static final Logger LOG = LoggerFactory.getLogger(Ingestion.class);
    private static final int AT_ONCE = 500;

    private final WireFormat format;
    private final Writer ledger;
    private final Outbox outbox;
    private final EventWriter events;
    private final Patience patience;
    private final Meters meters;
    private final Clock clock;
    private final Step.Listener steps;

    Ingestion(
            WireFormat format,
            Writer ledger,
            Outbox outbox,
            EventWriter events,
            Patience patience,
            Meters meters,
            Clock clock,
            Step.Listener steps) {
        this.format = format;
        this.ledger = ledger;
        this.outbox = outbox;
        this.events = events;
        this.patience = patience;
        this.meters = meters;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * Takes a batch in; what cannot be decoded or written is parked, and everything else waits for whatever is away.
     *
     * @return false when another ingester has read on in one of the partitions: nothing was written then
     */
    boolean take(Fetched batch) throws InterruptedException {
        long start = System.nanoTime();
        List<Told> told = decoded(batch.records());
        steps.reached(Step.DECODED);
        try {
            write(told, batch.advances());
        } catch (PositionMovedException e) {
            LOG.info("{}; reading again from there", e.getMessage());
            return false;
        }
        meters.written(told, System.nanoTime() - start);
        steps.reached(Step.WRITTEN);
        return true;
    }

    /** Publishes whatever the ledger holds that is not known to be published. */
    void publish() throws InterruptedException {
        int published = AT_ONCE;
        while (published == AT_ONCE) {
            published = patience.until(() -> outbox.publish(AT_ONCE, clock.instant(), this::publish));
            if (published > 0) {
                steps.reached(Step.MARKED);
            }
        }
    }

    private void publish(List<FrameRecorded> recorded) throws InterruptedException {
        events.sendAndWait(recorded.stream()
                .map(event -> new Outgoing<>(
                        Topics.FRAMES_RECORDED, event.identity().frame().value(), event))
                .toList());
        recorded.forEach(event -> LOG.info(
                "recorded {} revision {}",
                event.identity().frame(),
                event.identity().revision()));
        steps.reached(Step.PUBLISHED);
    }

    private List<Told> decoded(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        List<Told> told = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decoded(record).ifPresent(told::add);
        }
        return told;
    }

    private Optional<Told> decoded(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            return Optional.of(new Told(record, format.decode(Topics.named(record.topic()), record.value())));
        } catch (UndecodableException e) {
            park(record, e);
            return Optional.empty();
        }
    }

    private void write(List<Told> told, List<Advance> advances) throws InterruptedException {
        try {
            writeOnce(told, advances);
        } catch (UnwritableException e) {
            isolate(told, e);
            writeOnce(List.of(), advances);
        }
    }

    /** Finds the events that the ledger refuses by halves, parks them, and writes the others; positions move only afterwards. */
    private void isolate(List<Told> told, UnwritableException refusal) throws InterruptedException {
        if (told.size() == 1) {
            park(told.get(0).record(), refusal);
            return;
        }
        int middle = told.size() / 2;
        for (List<Told> half : List.of(told.subList(0, middle), told.subList(middle, told.size()))) {
            try {
                writeOnce(half, List.of());
            } catch (UnwritableException e) {
                isolate(half, e);
            }
        }
    }

    private void writeOnce(List<Told> told, List<Advance> advances) throws InterruptedException {
        List<Object> said = told.stream().map(Told::event).toList();
        patience.until(() -> {
            ledger.write(said, advances);
            return true;
        });
    }

    private void park(ConsumerRecord<byte[], byte[]> record, Exception cause) throws InterruptedException {
        LOG.warn(
                "parking record {} of {} partition {}: {}",
                record.offset(),
                record.topic(),
                record.partition(),
                cause.getMessage());
        events.park(record, cause);
        meters.parked(record);
    }
}
