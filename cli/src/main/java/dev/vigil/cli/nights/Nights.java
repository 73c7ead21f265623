package dev.vigil.cli.nights;

import dev.vigil.cli.topics.LastWords;
import dev.vigil.cli.topics.ProgressValues;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the progress topic says of every night, kept up to date: the same numbers that Kafka's console tools print. */
public final class Nights implements AutoCloseable {
    private static final ProgressValues VALUES = new ProgressValues(Topics.PROGRESS_NIGHTS, List.of("unit", "night"));

    private final TopicReader reader;
    private final LastWords<Night> words =
            new LastWords<>((key, value) -> Optional.of(new Night(VALUES.read(key, value))));

    private Nights(TopicReader reader) {
        this.reader = reader;
    }

    /** Reads what has been said until now, and passes by what is no night. */
    public static Nights read(KafkaSettings settings) {
        Nights nights = new Nights(TopicReader.fromBeginning(settings, Topics.PROGRESS_NIGHTS.name()));
        nights.reader.untilEnd(nights.words::take);
        return nights;
    }

    /** Names what is no night. */
    void sayPassedBy(PrintWriter err) {
        words.sayPassedBy(err);
    }

    /** Waits a while for news. */
    public void refresh(Duration time) {
        reader.next(time, words::take);
    }

    /** Every night, the newest first. */
    public List<Night> all() {
        return words.all().stream()
                .sorted(Comparator.comparing(Night::night).reversed().thenComparing(Night::unit))
                .toList();
    }

    /** Their names, each UNIT/NIGHT. */
    Set<String> names() {
        return words.all().stream()
                .map(night -> night.unit() + "/" + night.night())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        reader.close();
    }
}
