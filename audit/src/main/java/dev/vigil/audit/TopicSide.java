package dev.vigil.audit;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Newest;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.avro.UnknownSchemaException;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Kept;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the topics say of the files of some nights. */
final class TopicSide {
    private static final List<Topic<? extends FrameEvent>> OF_FRAMES = List.of(
            Topics.FRAMES_ANNOUNCED,
            Topics.FRAMES_TRANSFERRED,
            Topics.FRAMES_REDUCED,
            Topics.FRAMES_RECORDED,
            Topics.FRAMES_FAILED,
            Topics.FRAMES_RELEASED);

    /** The newest announcement that says where bytes can be fetched tells most of a unit. */
    private static final Comparator<Sighted> TELLING =
            Comparator.comparing((Sighted one) -> !one.locations().isEmpty()).thenComparing(Sighted::at);

    private static final Duration LATELY = Duration.ofHours(1);
    private static final Duration KEPT = ((Kept.For) Topics.UNITS_ALIVE.kept()).time();

    private static final Logger LOG = LoggerFactory.getLogger(TopicSide.class);

    private final Nights nights;
    private final Map<FrameId, FrameSaid> frames =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    private final Map<String, Holding> masters = new TreeMap<>();
    private final Map<MasterId, Instant> built = new HashMap<>();
    private final Map<MasterId, MasterFailed> failed = new HashMap<>();
    private final Map<String, Sighted> newestOfUnit = new HashMap<>();
    private final Map<String, UnitAlive> alive = new HashMap<>();
    private long unknown;

    TopicSide(Nights nights) {
        this.nights = nights;
    }

    /** Reads the topics up to what is now their end. */
    static TopicSide read(KafkaSettings kafka, WireFormat format, Nights nights, Instant now)
            throws InterruptedException {
        TopicSide side = new TopicSide(nights);
        for (Topic<? extends FrameEvent> topic : OF_FRAMES) {
            side.read(kafka, format, topic, side::hear);
        }
        side.read(kafka, format, Topics.MASTERS_BUILT, side::hear);
        side.read(kafka, format, Topics.MASTERS_FAILED, side::hear);
        side.hearUnits(kafka, format, now);
        return side;
    }

    private <T> void read(KafkaSettings kafka, WireFormat format, Topic<T> topic, Consumer<? super T> taker) {
        try (TopicReader reader = TopicReader.fromBeginning(kafka, topic.name())) {
            reader.untilEnd(record -> decode(format, topic, record, taker));
        }
    }

    /**
     * Producers repeat themselves every few seconds; only the last word of one that has fallen silent of late has to be looked for in all
     * that is kept.
     */
    private void hearUnits(KafkaSettings kafka, WireFormat format, Instant now) throws InterruptedException {
        try (Newest<UnitAlive> lately = Newest.since(kafka, Topics.UNITS_ALIVE, now.minus(LATELY))) {
            if (lately.untilNow().keys().containsAll(announcedOfLate(now.minus(KEPT)))) {
                hear(lately.said(format));
                return;
            }
        }
        try (Newest<UnitAlive> ever = Newest.ofAll(kafka, Topics.UNITS_ALIVE)) {
            hear(ever.untilNow().said(format));
        }
    }

    /** What a unit said before then is not kept. */
    private Set<String> announcedOfLate(Instant begin) {
        return newestOfUnit.entrySet().stream()
                .filter(unit -> unit.getValue().at().isAfter(begin))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void hear(Newest.Said<UnitAlive> said) {
        said.all().forEach(this::hear);
        unknown += said.unknown();
    }

    void hear(UnitAlive unit) {
        alive.put(unit.unit(), unit);
    }

    /** What cannot be decoded is among the dead letters; what a newer version wrote is not, and is counted. */
    <T> void decode(
            WireFormat format, Topic<T> topic, ConsumerRecord<byte[], byte[]> record, Consumer<? super T> taker) {
        try {
            if (record.value() != null) {
                taker.accept(format.decode(topic, record.value()));
            }
        } catch (UnknownSchemaException newer) {
            unknown++;
        } catch (UndecodableException deadLetter) {
            LOG.debug("not compared: {}", deadLetter.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + topic.name(), e);
        }
    }

    /** A frame is kept if any revision belongs to a wanted night, or lies in a folder named after one. */
    void hear(FrameEvent event) {
        FrameId frame = event.identity().frame();
        String night = event.identity().night().map(LocalDate::toString).orElse(Nights.UNKNOWN);
        boolean isWanted = frames.containsKey(frame)
                || nights.include(frame.unit(), night)
                || Paths.night(frame.path())
                        .filter(folder -> nights.include(frame.unit(), folder))
                        .isPresent();
        if (isWanted) {
            frames.computeIfAbsent(frame, FrameSaid::new).hear(event);
        }
        if (event instanceof dev.vigil.schemas.events.FrameAnnounced announced) {
            newestOfUnit.merge(frame.unit(), Sighted.of(announced), BinaryOperator.maxBy(TELLING));
        }
    }

    void hear(MasterBuilt event) {
        built.merge(event.master(), event.at(), BinaryOperator.maxBy(Comparator.naturalOrder()));
        if (nights.include(event.unit(), event.night().map(LocalDate::toString).orElse(Nights.UNKNOWN))) {
            for (Product product : event.products()) {
                Holding holding = new Holding(new Owner.Master(event.master()), product.file(), event.at());
                if (holding.isToStay()) {
                    masters.putIfAbsent(
                            product.file().key() + " " + product.file().digest(), holding);
                }
            }
        }
    }

    void hear(MasterFailed event) {
        if (event.isFinal()) {
            failed.merge(event.master(), event, BinaryOperator.maxBy(Comparator.comparing(MasterFailed::at)));
        }
    }

    /** Why a master could not be built since it was built last, if somebody tried. */
    Optional<MasterFailed> failedSince(MasterId master) {
        return Optional.ofNullable(failed.get(master))
                .filter(event -> event.at().isAfter(built.getOrDefault(master, Instant.MIN)));
    }

    Map<FrameId, FrameSaid> frames() {
        return frames;
    }

    List<Holding> masters() {
        return List.copyOf(masters.values());
    }

    /** What the producer of each unit said last of where its files are, and of which nights it takes them. */
    Map<String, UnitSaid> units(Instant now) {
        return newestOfUnit.keySet().stream()
                .collect(Collectors.toMap(unit -> unit, unit -> unit(unit, now).orElseThrow()));
    }

    /** The same of one unit; nothing where it never announced anything. */
    Optional<UnitSaid> unit(String unit, Instant now) {
        return Optional.ofNullable(newestOfUnit.get(unit))
                .map(UnitSaid::new)
                .map(said -> Optional.ofNullable(alive.get(unit))
                        .map(news -> said.with(news, now))
                        .orElse(said));
    }

    /** Records of which this version does not know the schema: what they say was not heard. */
    long unknown() {
        return unknown;
    }
}
