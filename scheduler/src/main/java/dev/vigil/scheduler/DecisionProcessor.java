package dev.vigil.scheduler;

import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.EventHeaders;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.scheduler.decision.Decision;
import dev.vigil.scheduler.decision.QueueNews;
import dev.vigil.scheduler.decision.QueueVoice;
import dev.vigil.scheduler.decision.Scheduler;
import dev.vigil.scheduler.decision.UnusableNewsException;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.state.EventForm;
import dev.vigil.scheduler.state.Shelf;
import dev.vigil.scheduler.state.State;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings news to the scheduler and its decisions to their topics. One of these holds all state of the units of a partition. */
final class DecisionProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionProcessor.class);
    private static final String SERVICE = "scheduler";

    /** Outcomes that came while this was down are read within this time; whatever is out then is sent again. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(5);

    private final WireFormat format;
    private final Policies policies;
    private final Clock clock;
    private final Loads loads;
    private final EventForm events;

    private ProcessorContext<byte[], byte[]> context;
    private State state;
    private Scheduler scheduler;
    private QueueVoice queues;
    private Reader reader;
    private Ticker ticker;
    private Instant started;

    DecisionProcessor(WireFormat format, Policies policies, Clock clock, Loads loads) {
        this.format = format;
        this.policies = policies;
        this.clock = clock;
        this.loads = loads;
        this.events = new RegistryEventForm(format);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
        context = opened;
        state = State.on(this::shelf, events);
        scheduler = new Scheduler(state, policies);
        queues = new QueueVoice(state, policies);
        reader = new Reader(format, scheduler);
        started = clock.instant();
        ticker = new Ticker(opened, this::tick);
        ticker.once(Duration.ofMillis(1), this::recover);
        ticker.once(CATCHING_UP, this::sendAgain);
    }

    private Shelf shelf(Store store) {
        Shelf kept = new StoreShelf(context.getStateStore(store.storeName()));
        return store.isMirrored() ? new MirroredShelf(kept) : kept;
    }

    private void recover() {
        say(scheduler.recover(clock.instant()));
    }

    private void sendAgain() {
        say(scheduler.sendAgain(clock.instant(), started));
    }

    private void tick() {
        say(scheduler.tick(clock.instant()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata where = context.recordMetadata().orElseThrow();
        try {
            say(reader.read(where.topic(), record.value(), clock.instant()));
        } catch (UndecodableException | UnusableNewsException e) {
            park(record, where, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void park(Record<byte[], byte[]> record, RecordMetadata where, Exception cause) {
        LOG.warn(
                "{}-{}@{} goes to the dead letters: {}",
                where.topic(),
                where.partition(),
                where.offset(),
                cause.getMessage());
        List<Header> headers = DeadLetter.headers(
                record.headers(),
                SERVICE,
                where.topic(),
                where.partition(),
                where.offset(),
                cause.getMessage(),
                clock.instant());
        context.forward(record.withHeaders(new RecordHeaders(headers)), SchedulerTopology.sink(Topics.DEAD_LETTERS));
    }

    private void say(List<Decision<?>> decisions) {
        Instant now = clock.instant();
        decisions.forEach(decision -> say(decision, now));
        ticker.next(now, scheduler.nextTick(now));
        count(now);
    }

    /** What was counted is shown, and what is new of the queues is told. */
    private void count(Instant now) {
        String partition = context.taskId().toString();
        Optional<Instant> later = loads.update(partition, state, now);
        ticker.next(now, later);
        if (later.isEmpty()) {
            queues.news(loads.of(partition), now).forEach(this::tell);
        }
    }

    private void tell(QueueNews news) {
        context.forward(
                new Record<>(
                        news.key().getBytes(StandardCharsets.UTF_8),
                        news.queue()
                                .map(queue -> queue.json().getBytes(StandardCharsets.UTF_8))
                                .orElse(null),
                        clock.millis()),
                SchedulerTopology.sink(Topics.UNITS_QUEUES));
    }

    private <T> void say(Decision<T> decision, Instant now) {
        List<Header> headers =
                EventHeaders.of(SERVICE, decision.event().getClass().getSimpleName(), decision.key(), now);
        Record<byte[], byte[]> record = new Record<>(
                decision.key().getBytes(StandardCharsets.UTF_8),
                events.write(decision.topic(), decision.event()),
                now.toEpochMilli(),
                new RecordHeaders(headers));
        context.forward(record, SchedulerTopology.sink(decision.topic()));
    }

    @Override
    public void close() {
        loads.forget(context.taskId().toString());
    }
}
