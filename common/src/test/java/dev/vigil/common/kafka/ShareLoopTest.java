package dev.vigil.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.run.StopSignal;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.topics.Kept;
import dev.vigil.schemas.topics.Spread;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareLoopTest {
    /** Shorter than any in use, but twice as long as the machine of the tests may pause between two renewals. */
    private static final Duration SHORT_LOCK = Duration.ofSeconds(5);

    private static final Duration OUTLASTING = Duration.ofSeconds(12);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static KafkaSettings kafka;
    private static EventWriter writer;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(folder, 0, Map.of("group.share.min.record.lock.duration.ms", "5000"));
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 4, 1);
        TopicKeeper.ensure(kafka);
        writer = EventWriter.open(kafka, new WireFormat(new BundledRegistry()), "test");
    }

    @AfterAll
    static void stopBroker() throws Exception {
        writer.close();
        broker.close();
    }

    /** Tasks are sent until the loop has shown its rate: other programs that have the processor for a while are not its doing. */
    @Test
    void fourSlotsDoAtLeastThreeHundredTrivialTasksInASecond() throws Exception {
        Topic<Request> work = topic("fast");
        Recording handler = new Recording(Duration.ZERO);
        int sent = 0;
        try (ShareLoop loop = start("fast", work, handler, 4, ShareGroup.named("fast"))) {
            long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            while (bestRate(List.copyOf(handler.times), 200) <= 300 && System.nanoTime() < end) {
                if (sent - handler.done.size() < 1000) {
                    send(work, sent, sent + 1000);
                    sent += 1000;
                }
                Thread.sleep(20);
            }
            int all = sent;
            await().atMost(Duration.ofSeconds(60)).until(() -> handler.done.size() >= all);
            assertThat(loop.isReady()).isTrue();
        }
        assertThat(bestRate(List.copyOf(handler.times), 200))
                .as("tasks per second")
                .isGreaterThan(300);
        assertThat(handler.done).hasSize(sent).doesNotHaveDuplicates();
    }

    /** In the best stretch of so many tasks; nothing yet where there were not so many. */
    private static double bestRate(List<Long> times, int stretch) {
        return IntStream.range(0, Math.max(0, times.size() - stretch))
                .mapToDouble(i -> stretch * 1e9 / (times.get(i + stretch) - times.get(i)))
                .max()
                .orElse(0);
    }

    /** A slot more than there are tasks stands by, and would take one whose lock was not renewed. */
    @Test
    void aTaskThatOutlastsItsLockIsRenewedAndNotDeliveredTwice() throws Exception {
        Topic<Request> work = topic("slow");
        send(work, 3);
        Recording handler = new Recording(OUTLASTING);
        try (ShareLoop loop = start("slow", work, handler, 4, new ShareGroup("slow", SHORT_LOCK, 10))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> handler.done.size() >= 3);
        }
        assertThat(handler.done).containsExactlyInAnyOrder("r0", "r1", "r2");
        assertThat(handler.begun).hasSize(3);
    }

    @Test
    void aLoopThatIsClosedFinishesTheTaskInHandHoweverLongItTakes() throws Exception {
        Topic<Request> work = topic("closing");
        send(work, 1);
        Recording handler = new Recording(OUTLASTING);
        ShareLoop loop = start("closing", work, handler, 1, new ShareGroup("closing", SHORT_LOCK, 10));
        await().atMost(Duration.ofSeconds(60)).until(() -> handler.begun.size() == 1);
        loop.close();
        assertThat(handler.done).containsExactly("r0");
        assertThat(handler.begun).hasSize(1);
    }

    @Test
    void theTaskOfALoopThatWasCutOffIsDeliveredAgain() throws Exception {
        Topic<Request> work = topic("cut");
        send(work, 1);
        Recording cut = new Recording(Duration.ofHours(1));
        ShareLoop first = start("cut", work, cut, 1, new ShareGroup("cut", SHORT_LOCK, 10));
        await().atMost(Duration.ofSeconds(60)).until(() -> cut.begun.size() == 1);
        first.cutOff();
        Recording second = new Recording(Duration.ZERO);
        try (ShareLoop loop = start("cut", work, second, 1, new ShareGroup("cut", SHORT_LOCK, 10))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> second.done.size() == 1);
        }
        assertThat(cut.done).isEmpty();
    }

    @Test
    void onTheLastDeliveryTheAnswerIsToGiveUp() throws Exception {
        Topic<Request> work = topic("last");
        send(work, 1);
        Recording handler = new Recording(Duration.ZERO);
        try (ShareLoop loop = start("last", work, handler, 1, new ShareGroup("last", SHORT_LOCK, 2))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> handler.done.size() == 1);
        }
        assertThat(handler.gaveUp)
                .as("the first delivery of two is not the last")
                .isEmpty();
        Topic<Request> again = topic("last-again");
        send(again, 1);
        Recording cut = new Recording(Duration.ofHours(1));
        ShareLoop first = start("last-again", again, cut, 1, new ShareGroup("last-again", SHORT_LOCK, 2));
        await().atMost(Duration.ofSeconds(60)).until(() -> cut.begun.size() == 1);
        first.cutOff();
        try (ShareLoop loop = start("last-again", again, handler, 1, new ShareGroup("last-again", SHORT_LOCK, 2))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> handler.gaveUp.size() == 1);
        }
    }

    @Test
    void aTaskThatBreaksIsAnsweredAndTheNextIsDone() throws Exception {
        Topic<Request> work = topic("broken");
        send(work, 2);
        Recording handler = new Recording(Duration.ZERO) {
            @Override
            public Outgoing<?> handle(Request task) throws InterruptedException {
                if (task.id().equals("r0")) {
                    throw new IllegalStateException("no such thing");
                }
                return super.handle(task);
            }
        };
        try (ShareLoop loop = start("broken", work, handler, 1, ShareGroup.named("broken"))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> handler.done.size() == 1 && handler.broken.size() == 1);
        }
    }

    @Test
    void bytesThatAreNoTaskAreParkedAndTheNextIsDone() throws Exception {
        Topic<Request> work = topic("foreign");
        byte[] foreign = "hello".getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.client("foreign"), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(work.name(), foreign)).get();
        }
        send(work, 1);
        Recording handler = new Recording(Duration.ZERO);
        // The two may lie in different partitions, so either may come first.
        try (ShareLoop loop = start("foreign", work, handler, 1, ShareGroup.named("foreign"))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> handler.done.size() == 1 && !deadLetters().isEmpty());
        }
        assertThat(deadLetters()).anySatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(foreign);
            assertThat(DeadLetter.text(letter.headers(), DeadLetter.TOPIC)).isEqualTo(work.name());
            assertThat(DeadLetter.text(letter.headers(), DeadLetter.CAUSE)).contains("104 instead of 0");
            assertThat(DeadLetter.text(letter.headers(), DeadLetter.SERVICE)).isEqualTo("test");
        });
    }

    private static ShareLoop start(String name, Topic<Request> work, Recording handler, int slots, ShareGroup group)
            throws InterruptedException {
        return ShareLoop.start(
                new ShareLoop.Setting(
                        kafka,
                        new WireFormat(new BundledRegistry()),
                        writer,
                        group,
                        slots,
                        new SimpleMeterRegistry(),
                        new StopSignal()),
                work,
                handler);
    }

    private static Topic<Request> topic(String name) throws Exception {
        try (Admin admin = Admin.create(kafka.client("test-admin"))) {
            admin.createTopics(List.of(new NewTopic("test." + name, 4, (short) 1)))
                    .all()
                    .get();
        }
        return new Topic<>("test." + name, Request.class, Spread.FREELY, new Kept.ForEver());
    }

    private static void send(Topic<Request> work, int tasks) throws InterruptedException {
        send(work, 0, tasks);
    }

    private static void send(Topic<Request> work, int from, int to) throws InterruptedException {
        List<Outgoing<Request>> requests = new ArrayList<>();
        for (int i = from; i < to; i++) {
            requests.add(new Outgoing<>(work, "r" + i, request("r" + i)));
        }
        writer.sendAndWait(requests);
    }

    @Test
    void aKilledWorkersShareGoesToAnotherAfterAsLongAsItsLockLasts() throws Exception {
        ShareGroup.named("session").ensure(kafka);
        try (Admin admin = Admin.create(kafka.client("rules"))) {
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "session");
            Config rules = admin.describeConfigs(List.of(group)).all().get().get(group);
            assertThat(rules.get("share.session.timeout.ms").value()).isEqualTo("15000");
            assertThat(rules.get("share.record.lock.duration.ms").value()).isEqualTo("15000");
            assertThat(rules.get("share.heartbeat.interval.ms").value()).isEqualTo("1000");
        }
    }

    private static Request request(String id) {
        return new Request(id, "U1", Instant.EPOCH, "me", "why", new CloseFrame(new FrameId("U1/a")));
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.client("letters"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            }
        }
        return letters;
    }

    /** Takes a while for each task, and remembers what it did. */
    private static class Recording implements TaskHandler<Request> {
        final Queue<String> begun = new ConcurrentLinkedQueue<>();
        final Queue<String> done = new ConcurrentLinkedQueue<>();
        final Queue<Long> times = new ConcurrentLinkedQueue<>();
        final Queue<String> gaveUp = new ConcurrentLinkedQueue<>();
        final Queue<String> broken = new ConcurrentLinkedQueue<>();
        private final Duration takes;

        Recording(Duration takes) {
            this.takes = takes;
        }

        @Override
        public Outgoing<?> handle(Request task) throws InterruptedException {
            begun.add(task.id());
            Thread.sleep(takes.toMillis());
            done.add(task.id());
            times.add(System.nanoTime());
            return answer(task);
        }

        @Override
        public Outgoing<?> gaveUp(Request task, int deliveries) {
            gaveUp.add(task.id());
            return answer(task);
        }

        @Override
        public Outgoing<?> broke(Request task, Throwable cause) {
            broken.add(task.id());
            return answer(task);
        }

        private static Outgoing<?> answer(Request task) {
            return new Outgoing<>(
                    Topics.REQUESTS_ANSWERED,
                    task.unit(),
                    new RequestAnswered(task.id(), task.unit(), Instant.EPOCH, true, "done"));
        }
    }
}
