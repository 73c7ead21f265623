package dev.vigil.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.run.StopSignal;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.embedded.LocalDatabase;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerSettings;
import dev.vigil.ledger.NightCounts;
import dev.vigil.ledger.Position;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ingester between a real broker and a real database. Each test has a ledger and a unit of its own. */
@Timeout(120)
class IngesterTest {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static LocalDatabase server;
    private static KafkaSettings kafka;
    private static EventWriter writer;

    private final String unit = "U" + TESTS.incrementAndGet();
    private final StopSignal stop = new StopSignal();
    private Ledger ledger;
    private LedgerSettings database;

    @BeforeAll
    static void startBrokerAndDatabase() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, Map.of());
        server = LocalDatabase.start(folder.resolve("database"), 0);
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 4, 1);
        TopicKeeper.ensure(kafka);
        writer = EventWriter.open(kafka, new WireFormat(new BundledRegistry()), "test");
    }

    @AfterAll
    static void stopBrokerAndDatabase() throws Exception {
        writer.close();
        broker.close();
        server.close();
    }

    @BeforeEach
    void makeDatabase() throws Exception {
        database = newDatabase("ledger_" + unit.toLowerCase(java.util.Locale.ROOT));
        ledger = Ledger.open(database);
    }

    @AfterEach
    void close() {
        stop.close();
        ledger.close();
    }

    @Test
    void everyEventBecomesARowAndFramesAreRecorded() throws Exception {
        tell(20);
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            awaitRecorded(20);
            await().atMost(LONG_ENOUGH).until(ingester::isReady);
            await().atMost(LONG_ENOUGH).until(() -> recordedOnTopic().size() == 20);
            assertThat(ledger.outbox().unsent(100)).isEmpty();
            await().atMost(LONG_ENOUGH).until(() -> toldToTheGroup() > 0);
        }
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void theLedgerTellsWhatEveryNumberOfAReductionIsAndInWhatUnit() throws Exception {
        execute("insert into measurables values ('ofOld', 'furlong', 'what an older version measured', 'nowhere')");
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            assertThat(texts("select name || ': ' || place || ' [' || unit || ']' from measurables"))
                    .hasSize(Measurable.values().length)
                    .contains(
                            "zeroPoint: reductions.others ->> 'zeroPoint' [mag]",
                            "seeingArcsec: reductions.seeing_arcsec [arcsec]",
                            "masterClipped: masters.quality ->> 'clippedFraction' []",
                            "biasAge: checks.value, master_checks.value [day]");
        }
        assertThat(texts("select name from measurables")).containsAll(numbersOfAFrame());
        assertThat(texts(
                        "select col_description('reductions'::regclass, ordinal_position) from information_schema.columns"
                                + " where table_name = 'reductions' and column_name = 'seeing_arcsec'"))
                .containsExactly("Full width at half maximum of a star on the sky [arcsec].");
    }

    private static List<String> numbersOfAFrame() {
        return Stream.of(Measurements.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("others"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anIngesterThatIsKilledBetweenTwoStepsLosesAndDoublesNothing(Step deadly) throws Exception {
        tell(20);
        IngesterService killed = IngesterService.start(settings(), stop, reached -> {
            if (reached == deadly) {
                throw new IllegalStateException("killed when it had " + reached);
            }
        });
        try (killed) {
            assertThatThrownBy(stop::await).hasMessageContaining("killed");
        }
        try (IngesterService next = IngesterService.start(settings(), new StopSignal())) {
            awaitRecorded(20);
            await().atMost(LONG_ENOUGH).until(() -> ledger.outbox().unsent(1).isEmpty());
        }
        assertThat(recordedOnTopic()).hasSize(20).doesNotHaveDuplicates();
        assertThat(ledger.nights().doubled()).isEmpty();
    }

    @Test
    void aLedgerThatIsRebuiltFromTheTopicsPublishesNothingAgain() throws Exception {
        tell(10);
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            await().atMost(LONG_ENOUGH).until(() -> recordedOnTopic().size() == 10);
        }
        LedgerSettings anew = newDatabase("rebuilt");
        try (IngesterService ingester = IngesterService.start(settings(anew), stop);
                Ledger rebuilt = Ledger.reading(anew)) {
            await().atMost(LONG_ENOUGH)
                    .ignoreExceptions()
                    .until(() -> counts(rebuilt).recorded() == 10
                            && rebuilt.outbox().unsent(1).isEmpty());
            assertThat(rebuilt.frames().of(unit, Optional.of(Bias.NIGHT)))
                    .isEqualTo(ledger.frames().of(unit, Optional.of(Bias.NIGHT)));
        }
        assertThat(recordedOnTopic()).hasSize(10);
    }

    @Test
    void aRecordWithAForeignMagicByteBecomesADeadLetterAndDelaysNobody() throws Exception {
        byte[] foreign = {7, 0, 0, 0, 1, 42};
        tell(new Bias(unit, 0).announced());
        sendBytes(Topics.FRAMES_TRANSFERRED.name(), foreign);
        tell(new Bias(unit, 0).transferred());
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            awaitRecorded(1);
            await().atMost(LONG_ENOUGH).until(() -> !deadLetters().isEmpty());
        }
        ConsumerRecord<byte[], byte[]> letter = deadLetters().get(0);
        assertThat(letter.value()).isEqualTo(foreign);
        assertThat(DeadLetter.text(letter.headers(), DeadLetter.TOPIC)).isEqualTo("frames.transferred");
        assertThat(DeadLetter.text(letter.headers(), DeadLetter.CAUSE)).contains("begins with the byte 7");
    }

    @Test
    void anEventThatTheLedgerRefusesIsParkedAloneAndTheOthersAreWritten() throws Exception {
        tell(10);
        tell(new Bias(unit, 3).failed("it holds a \0 byte"));
        tell(new Bias(unit, 4).failed("it is damaged"));
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            awaitRecorded(10);
            await().atMost(LONG_ENOUGH).until(() -> deadLetters().size() == 1);
            await().atMost(LONG_ENOUGH)
                    .until(() -> ledger.frames().story(new Bias(unit, 4).frame()).stream()
                            .anyMatch(line -> line.words().contains("it is damaged")));
        }
        assertThat(deadLetters()).hasSize(1);
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() throws Exception {
        LocalDatabase weak = LocalDatabase.start(folder.resolve("weak"), 0);
        int port = Integer.parseInt(weak.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        LedgerSettings there = new LedgerSettings(weak.jdbcUrl(), weak.user(), weak.password(), 2);
        try (IngesterService ingester = IngesterService.start(settings(there), stop)) {
            await().atMost(LONG_ENOUGH).until(ingester::isReady);
            weak.close();
            tell(30);
            weak = LocalDatabase.start(folder.resolve("weak"), port);
            try (Ledger back = Ledger.reading(there)) {
                await().atMost(LONG_ENOUGH).until(() -> counts(back).recorded() == 30);
            }
        } finally {
            weak.close();
        }
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void severalIngestersShareTheWorkAndOneMayLeave() throws Exception {
        List<String> units = IntStream.range(0, 6).mapToObj(i -> unit + "-" + i).toList();
        IngesterService leaving = IngesterService.start(settings(), stop);
        try (IngesterService staying = IngesterService.start(settings(), stop)) {
            for (int number = 0; number < 40; number++) {
                for (String each : units) {
                    tell(new Bias(each, number).announced(), new Bias(each, number).transferred());
                }
                if (number == 20) {
                    leaving.close();
                }
            }
            for (String each : units) {
                await().atMost(LONG_ENOUGH)
                        .until(() -> ledger.nights()
                                        .of(each, Optional.of(Bias.NIGHT))
                                        .recorded()
                                == 40);
            }
            await().atMost(LONG_ENOUGH).until(() -> ledger.outbox().unsent(1).isEmpty());
        }
        assertThat(recordedOnTopic()).hasSize(240).doesNotHaveDuplicates();
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void newsThatAnotherHasWrittenMeanwhileIsNotWrittenFromAnOldPlace() throws Exception {
        tell(5);
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            awaitRecorded(5);
            int partition = UnitPartitioner.partitionOf(unit, kafka.partitions());
            Position behind =
                    ledger.offsets().of("frames.transferred", partition).orElseThrow();
            execute("update offsets set position = position - 2 where topic = '" + behind.topic() + "' and partition = "
                    + behind.partition());
            tell(10);
            awaitRecorded(10);
            await().atMost(LONG_ENOUGH)
                    .until(() -> ledger.offsets()
                                    .of(behind.topic(), behind.partition())
                                    .orElseThrow()
                                    .position()
                            >= behind.position());
        }
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void recordsThatAreNoLongerKeptArePassedOver() throws Exception {
        tell(5);
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            awaitRecorded(5);
        }
        tell(new Bias(unit, 7).failed("nobody will read this"));
        try (Admin admin = Admin.create(kafka.client("test"))) {
            Map<TopicPartition, RecordsToDelete> all = new java.util.HashMap<>();
            IntStream.range(0, 4)
                    .forEach(partition -> all.put(
                            new TopicPartition(Topics.FRAMES_FAILED.name(), partition),
                            RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        }
        tell(new Bias(unit, 8).failed("this is read"));
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            await().atMost(LONG_ENOUGH)
                    .until(() -> ledger.frames().of(new Bias(unit, 8).frame()).isPresent());
        }
        assertThat(ledger.frames().of(new Bias(unit, 7).frame())).isEmpty();
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void aTopicThatWasMadeAnewIsNotReadOn() throws Exception {
        tell(2);
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            awaitRecorded(2);
        }
        execute("update offsets set topic_id = 'another' where topic = 'frames.announced'");
        try (IngesterService ingester = IngesterService.start(settings(), stop)) {
            assertThatThrownBy(stop::await)
                    .isInstanceOf(LostTopicException.class)
                    .hasMessageContaining("frames.announced")
                    .hasMessageContaining("made anew");
        }
    }

    private IngesterSettings settings() {
        return settings(database);
    }

    private static IngesterSettings settings(LedgerSettings there) {
        return new IngesterSettings(
                kafka,
                new RegistrySettings(List.of("bundled"), true, "", ""),
                new FrontSettings("ingester", "127.0.0.1", 0),
                there,
                100,
                Duration.ofMillis(20));
    }

    private void tell(int frames) throws InterruptedException {
        List<Outgoing<?>> news = new ArrayList<>();
        for (int number = 0; number < frames; number++) {
            Bias bias = new Bias(unit, number);
            news.addAll(List.of(bias.announced(), bias.transferred(), bias.announced()));
        }
        writer.sendAndWait(news);
    }

    private static void tell(Outgoing<?>... news) throws InterruptedException {
        writer.sendAndWait(List.of(news));
    }

    private void sendBytes(String topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                kafka.client("test-stranger"), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, unit.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    private void awaitRecorded(int frames) {
        await().atMost(LONG_ENOUGH).until(() -> counts(ledger).recorded() == frames);
        assertThat(ledger.frames().of(unit, Optional.of(Bias.NIGHT)))
                .extracting(FrameStanding::standing)
                .containsOnly(Standing.RECORDED);
    }

    private NightCounts counts(Ledger from) {
        return from.nights().of(unit, Optional.of(Bias.NIGHT));
    }

    private List<String> recordedOnTopic() {
        return read(Topics.FRAMES_RECORDED.name()).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .filter(key -> key.startsWith(unit + "/") || key.startsWith(unit + "-"))
                .toList();
    }

    /** A dead letter keeps the key of its record, by which a test knows its own. */
    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        Set<String> origins = new HashSet<>();
        return read(Topics.DEAD_LETTERS.name()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).startsWith(unit))
                .filter(record -> origins.add(DeadLetter.text(record.headers(), DeadLetter.TOPIC)
                        + DeadLetter.text(record.headers(), DeadLetter.PARTITION)
                        + DeadLetter.text(record.headers(), DeadLetter.OFFSET)))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.client("test-reader"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static long toldToTheGroup() throws Exception {
        try (Admin admin = Admin.create(kafka.client("test"))) {
            return admin.listConsumerGroupOffsets("ingester").partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private List<String> texts(String sql) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static LedgerSettings newDatabase(String name) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new LedgerSettings(
                server.jdbcUrl().replaceAll("/[^/]*$", "/" + name), server.user(), server.password(), 4);
    }
}
