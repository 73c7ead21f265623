package dev.vigil.cli.topics;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.UnknownNameException;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.terminal.Table;
import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Kept;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil dead-letters}: the records that nobody could handle: list, show, send again. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "List, show and send again the records that could not be decoded or handled.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeadLettersCommand.ListThem.class,
            DeadLettersCommand.Show.class,
            DeadLettersCommand.SendAgain.class
        })
public final class DeadLettersCommand {

    private static List<ConsumerRecord<byte[], byte[]>> all(KafkaSettings kafka) {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(kafka, Topics.DEAD_LETTERS.name())) {
            reader.untilEnd(letters::add);
        }
        return letters;
    }

    private static String key(ConsumerRecord<byte[], byte[]> letter) {
        return letter.key() == null ? "" : printable(new String(letter.key(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return printable(DeadLetter.text(letter.headers(), name));
    }

    /** Nobody knows what is in a record that could not be read; a terminal must not obey it. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** One line a letter. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the dead letters, the oldest first.")
    static final class ListThem implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Target target;

        @Override
        public Integer call() {
            List<ConsumerRecord<byte[], byte[]>> letters = all(target.kafka());
            Table table = new Table("number", "parked at", "by", "from", "key", "cause");
            letters.forEach(letter -> table.row(
                    letter.offset(),
                    header(letter, DeadLetter.AT).replaceFirst("\\.\\d+Z", "Z"),
                    header(letter, DeadLetter.SERVICE),
                    header(letter, DeadLetter.TOPIC),
                    key(letter),
                    header(letter, DeadLetter.CAUSE)));
            PrintWriter out = spec.commandLine().getOut();
            if (letters.isEmpty()) {
                out.println("No dead letters.");
            } else {
                table.lines().forEach(out::println);
                out.println("Send one again with: vigil dead-letters send-again NUMBER");
            }
            return 0;
        }
    }

    /** All of one letter. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show one dead letter with its headers and bytes.")
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Target target;

        @Parameters(paramLabel = "NUMBER", description = "As dead-letters list prints it.")
        private long number;

        @Override
        public Integer call() {
            ConsumerRecord<byte[], byte[]> letter = numbered(all(target.kafka()), number);
            PrintWriter out = spec.commandLine().getOut();
            out.println("key: " + key(letter));
            letter.headers().forEach(header -> out.println(header.key() + ": " + header(letter, header.key())));
            dump(letter.value() == null ? new byte[0] : letter.value(), out);
            return 0;
        }

        private static void dump(byte[] bytes, PrintWriter out) {
            out.println(bytes.length + " bytes");
            for (int from = 0; from < bytes.length; from += 16) {
                int to = Math.min(bytes.length, from + 16);
                String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
                String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
                out.printf("%08x  %-48s  %s%n", from, hex, text);
            }
        }
    }

    /** Puts letters back where they came from. */
    @Command(
            name = "send-again",
            mixinStandardHelpOptions = true,
            description = "Send dead letters again to the topics they came from, as they were.")
    static final class SendAgain implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Target target;

        @Parameters(arity = "0..*", paramLabel = "NUMBER", description = "As dead-letters list prints them.")
        private List<Long> numbers = List.of();

        @Option(names = "--all", description = "Send all of them again.")
        private boolean everyOne;

        @Option(names = "--from-topic", paramLabel = "TOPIC", description = "Only those that came from this topic.")
        private String topic;

        @Override
        public Integer call() throws Exception {
            if (numbers.isEmpty() && !everyOne && topic == null) {
                throw new WrongCallException("say which: numbers, --from-topic TOPIC, or --all");
            }
            if (!numbers.isEmpty() && everyOne) {
                throw new WrongCallException("say either numbers or --all");
            }
            KafkaSettings kafka = target.kafka();
            List<ConsumerRecord<byte[], byte[]>> letters = all(kafka);
            if (topic != null && letters.stream().noneMatch(this::isOfTopic)) {
                WrongCallException.checked(() -> Topics.named(topic));
            }
            List<ConsumerRecord<byte[], byte[]>> named = numbers.isEmpty()
                    ? letters
                    : numbers.stream().map(number -> numbered(letters, number)).toList();
            List<ConsumerRecord<byte[], byte[]>> chosen = named.stream()
                    .filter(letter -> topic == null || isOfTopic(letter))
                    .toList();
            Collection<ConsumerRecord<byte[], byte[]>> records = onePerRecord(chosen);
            send(kafka, records);
            spec.commandLine().getOut().println("sent again: " + records.size());
            return 0;
        }

        /** Letters of another version may be of topics that this one does not know. */
        private boolean isOfTopic(ConsumerRecord<byte[], byte[]> letter) {
            return topic.equals(header(letter, DeadLetter.TOPIC));
        }

        /** Every service that reads a record parks it; sent again once, all of them see it. */
        private static Collection<ConsumerRecord<byte[], byte[]>> onePerRecord(
                List<ConsumerRecord<byte[], byte[]>> letters) {
            Map<List<String>, ConsumerRecord<byte[], byte[]>> byOrigin = new LinkedHashMap<>();
            letters.forEach(letter -> byOrigin.putIfAbsent(
                    List.of(
                            header(letter, DeadLetter.TOPIC),
                            header(letter, DeadLetter.PARTITION),
                            header(letter, DeadLetter.OFFSET)),
                    letter));
            return byOrigin.values();
        }

        private static void send(KafkaSettings kafka, Collection<ConsumerRecord<byte[], byte[]>> letters)
                throws Exception {
            Map<String, Object> client = kafka.client("vigil-dead-letters");
            client.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, UnitPartitioner.class);
            client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Kept.LARGEST_RECORD);
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
                for (ConsumerRecord<byte[], byte[]> letter : letters) {
                    producer.send(asItWas(letter)).get();
                }
            }
        }
    }

    /** The record as it came: what parking added is taken away. */
    private static ProducerRecord<byte[], byte[]> asItWas(ConsumerRecord<byte[], byte[]> letter) {
        List<Header> own = Stream.of(letter.headers().toArray())
                .filter(header -> !DeadLetter.ADDED.contains(header.key()))
                .toList();
        String topic = header(letter, DeadLetter.TOPIC);
        if (topic.isEmpty()) {
            throw new IllegalArgumentException(
                    "dead letter " + letter.offset() + " does not say from which topic it came: Vigil did not park it");
        }
        return new ProducerRecord<>(topic, null, letter.key(), letter.value(), own);
    }

    private static ConsumerRecord<byte[], byte[]> numbered(List<ConsumerRecord<byte[], byte[]>> letters, long number) {
        return letters.stream()
                .filter(letter -> letter.offset() == number)
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("there is no dead letter " + number));
    }
}
