package dev.vigil.cli;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil again}: asks the scheduler to reduce or fetch frames once more, and waits for what it says. */
@Command(
        name = "again",
        mixinStandardHelpOptions = true,
        description = "Ask for frames to be reduced again, or fetched again from the telescope.")
final class AgainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMillis(300);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "1..*",
            paramLabel = "FRAME",
            description = "Frame ids, as the pages and topics print them: UNIT/NIGHT/NAME.fits")
    private List<String> frames;

    @Option(names = "--fetch", description = "Fetch the frames from the telescope again, and then reduce them.")
    private boolean fetch;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            required = true,
            description = "The reason; it is kept with the request.")
    private String why;

    private final Map<String, RequestAnswered> answers = new TreeMap<>();

    @Override
    public Integer call() throws Exception {
        List<Request> requests = requests(frames.stream().map(FrameId::new).toList());
        Config config = target.config();
        KafkaSettings kafka = config.read(KafkaSettings::from);
        WireFormat format = WireFormat.of(config.read(RegistrySettings::from));
        try (TopicReader reader = TopicReader.fromNowOn(kafka, Topics.REQUESTS_ANSWERED.name());
                EventWriter writer = EventWriter.open(kafka, format, "cli")) {
            for (Request request : requests) {
                writer.sendAndWait(new Outgoing<>(Topics.REQUESTS, request.unit(), request));
            }
            awaitAnswers(reader, format, requests.size());
        }
        return say(requests);
    }

    /** One request for each unit, since a unit's requests are read by whoever decides for it. */
    private List<Request> requests(List<FrameId> ids) {
        Map<String, List<FrameId>> byUnit =
                ids.stream().collect(Collectors.groupingBy(FrameId::unit, TreeMap::new, Collectors.toList()));
        List<Request> requests = new ArrayList<>();
        byUnit.forEach((unit, ofUnit) -> {
            Wish wish = fetch ? new FetchAgain(ofUnit) : new ReduceAgain(ofUnit);
            requests.add(new Request(
                    UUID.randomUUID().toString(), unit, Instant.now(), System.getProperty("user.name"), why, wish));
        });
        return requests;
    }

    private void awaitAnswers(TopicReader reader, WireFormat format, int expected) {
        Instant end = Instant.now().plus(PATIENCE);
        while (answers.size() < expected && Instant.now().isBefore(end)) {
            reader.next(A_WHILE, record -> take(record, format));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, WireFormat format) {
        try {
            RequestAnswered answer = format.decode(Topics.REQUESTS_ANSWERED, record.value());
            answers.put(answer.id(), answer);
        } catch (UndecodableException e) {
            spec.commandLine().getErr().println("vigil: passed by an answer that cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int say(List<Request> requests) {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        for (Request request : requests) {
            RequestAnswered answer = answers.get(request.id());
            good &= answer != null && answer.accepted();
            out.println(request.unit() + ": "
                    + (answer == null
                            ? "no answer within " + PATIENCE.toSeconds() + " s; the request " + request.id()
                                    + " is kept and will be answered when the scheduler runs"
                            : answer.answer()));
        }
        return good ? 0 : 1;
    }
}
