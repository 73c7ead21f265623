package dev.vigil.cli.topics;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Asks for things on the topic of requests, and waits for what is answered to each. */
public final class Requests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private final Config config;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, RequestAnswered> answers = new TreeMap<>();

    public Requests(Config config, PrintWriter out, PrintWriter err) {
        this.config = config;
        this.out = out;
        this.err = err;
    }

    /** A request of whoever runs this command. */
    public static Request of(String unit, String why, Wish wish) {
        return new Request(
                UUID.randomUUID().toString(), unit, Instant.now(), System.getProperty("user.name"), why, wish);
    }

    /** What is answered to one request within a time. */
    public Optional<RequestAnswered> answerTo(Request request, Duration patience) throws Exception {
        return answerTo(request, patience, Optional::empty);
    }

    /** The same, until something shows that nobody will answer. */
    public Optional<RequestAnswered> answerTo(Request request, Duration patience, Supplier<Optional<String>> obstacle)
            throws Exception {
        send(List.of(request), patience, obstacle);
        return Optional.ofNullable(answers.get(request.id()));
    }

    /** Prints what is answered; the exit status is 0 if everything asked for is done. */
    public int ask(List<Request> requests) throws Exception {
        send(requests, PATIENCE, Optional::empty);
        return say(requests);
    }

    /** The same for what takes its time: one after the other, each for so long at most, and told when it is answered. */
    public int askInTurn(List<Request> requests, Duration patience, Consumer<Request> answered) throws Exception {
        for (Request request : requests) {
            if (answerTo(request, patience).isEmpty()) {
                saySilence(request, patience, "kept");
                return 1;
            }
            answered.accept(request);
        }
        return say(requests);
    }

    private void send(List<Request> requests, Duration patience, Supplier<Optional<String>> obstacle) throws Exception {
        KafkaSettings kafka = config.read(KafkaSettings::from);
        WireFormat format = WireFormat.of(config.read(RegistrySettings::from));
        try (TopicReader reader = TopicReader.fromNowOn(kafka, Topics.REQUESTS_ANSWERED.name());
                EventWriter writer = EventWriter.open(kafka, format, "cli")) {
            for (Request request : requests) {
                writer.sendAndWait(new Outgoing<>(Topics.REQUESTS, request.unit(), request));
            }
            awaitAnswers(reader, format, requests, patience, obstacle);
        }
    }

    /** Others ask too, and are answered on the same topic. */
    private void awaitAnswers(
            TopicReader reader,
            WireFormat format,
            List<Request> requests,
            Duration patience,
            Supplier<Optional<String>> obstacle) {
        Instant end = Instant.now().plus(patience);
        while (!requests.stream().map(Request::id).allMatch(answers::containsKey)
                && Instant.now().isBefore(end)
                && obstacle.get().isEmpty()) {
            reader.next(A_WHILE, record -> take(record, format));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, WireFormat format) {
        try {
            RequestAnswered answer = format.decode(Topics.REQUESTS_ANSWERED, record.value());
            answers.put(answer.id(), answer);
        } catch (UndecodableException e) {
            err.println("vigil: passed by an answer that cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that nothing came, what to look at, and how the request is kept. */
    public void saySilence(Request request, Duration patience, String kept) {
        saySilence(
                request,
                "no answer within " + patience.toSeconds() + " s. Is there such a unit, and does its producer run?",
                kept);
    }

    /** The same, in words that say why. */
    public void saySilence(Request request, String why, String kept) {
        err.println(request.unit() + ": " + why + " vigil tail units.alive --key " + request.unit() + ". The request "
                + request.id() + " is " + kept + ", and is done when its producer answers");
    }

    private int say(List<Request> requests) {
        boolean good = true;
        for (Request request : requests) {
            RequestAnswered answer = answers.get(request.id());
            good &= answer != null && answer.accepted();
            out.println(request.unit() + ": "
                    + (answer == null
                            ? "no answer within " + PATIENCE.toSeconds() + " s; the request " + request.id()
                                    + " is kept and will be answered when the service that does it runs"
                            : answer.answer()));
        }
        return good ? 0 : 1;
    }
}
