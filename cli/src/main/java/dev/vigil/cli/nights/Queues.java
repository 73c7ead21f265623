package dev.vigil.cli.nights;

import dev.vigil.cli.topics.LastWords;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.queues.UnitQueue;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the scheduler said last of the queues of units' desks. */
final class Queues {
    private final LastWords<UnitQueue> words = new LastWords<>((key, value) -> Optional.of(queue(key, value)));

    private Queues() {}

    /** Reads what has been said until now, and passes by what is no queue. */
    static Queues read(KafkaSettings kafka) {
        Queues queues = new Queues();
        queues.words.untilNow(kafka, Topics.UNITS_QUEUES);
        return queues;
    }

    private static UnitQueue queue(String key, byte[] value) {
        try {
            return UnitQueue.read(new String(value, StandardCharsets.UTF_8));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(
                    key + " on " + Topics.UNITS_QUEUES.name() + ": it is no queue of a unit", wrong);
        }
    }

    /** Names what is no queue. */
    void sayPassedBy(PrintWriter err) {
        words.sayPassedBy(err);
    }

    /** Each as the topic has it, of these units. */
    List<String> json(Predicate<String> units) {
        return of(units).map(UnitQueue::json).toList();
    }

    /** What a person wants to know of these units' queues. */
    List<String> lines(Predicate<String> units, Instant now) {
        return of(units)
                .filter(queue -> queue.isWorthTelling(now))
                .map(Queues::line)
                .toList();
    }

    private Stream<UnitQueue> of(Predicate<String> units) {
        return words.all().stream().filter(queue -> units.test(queue.unit()));
    }

    /** How many wait, for what and until when. */
    static String line(UnitQueue queue) {
        Stream<String> next = queue.nextAt().stream().map(at -> "next at " + at.truncatedTo(ChronoUnit.SECONDS));
        Stream<String> last =
                queue.lastAbout().stream().map(at -> "the last about " + at.truncatedTo(ChronoUnit.SECONDS));
        String times = Stream.concat(next, last).collect(Collectors.joining(", "));
        return queue.unit() + ": " + queue.words() + (times.isEmpty() ? "" : "; " + times);
    }
}
