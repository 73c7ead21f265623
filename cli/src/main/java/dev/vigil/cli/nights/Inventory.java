package dev.vigil.cli.nights;

import dev.vigil.cli.command.Known;
import dev.vigil.cli.command.UnitNames;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What there is, by the topics: a night, unit or frame that is named and that they do not know is refused, by every command alike. */
public final class Inventory {
    private final KafkaSettings kafka;

    public Inventory(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Refuses a wish for nights of which there is none. */
    public void require(NightSelection nights) {
        if (!nights.isOfAll()) {
            nights.requireAmong(nights());
        }
    }

    /** A unit as it stands in keys, whether it is named so or like its folder; one that has no night and no producer is refused. */
    public String unit(String name) {
        Set<String> units = new TreeSet<>(Units.read(kafka).names());
        nights().forEach(night -> units.add(NightSelection.unit(night)));
        String key = UnitNames.key(name);
        new Known("unit", units).require(key);
        return key;
    }

    /** Refuses frames that were never sighted. */
    public void requireFrames(Collection<String> ids) {
        Set<String> asked = ids.stream().map(Inventory::folder).collect(Collectors.toSet());
        Set<String> folders = new TreeSet<>();
        Set<String> beside = new TreeSet<>();
        if (!ids.isEmpty()) {
            try (TopicReader reader = TopicReader.fromBeginning(kafka, Topics.PROGRESS_FRAMES.name())) {
                reader.untilEnd(record -> {
                    folders.add(folder(key(record)));
                    if (asked.contains(folder(key(record)))) {
                        beside.add(key(record));
                    }
                });
            }
        }
        asked.forEach(new Known("frame in", folders)::require);
        ids.forEach(new Known("frame", beside)::require);
    }

    private Set<String> nights() {
        try (Nights nights = Nights.read(kafka)) {
            return nights.names();
        }
    }

    private static String folder(String frame) {
        return frame.substring(0, Math.max(0, frame.lastIndexOf('/')));
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
