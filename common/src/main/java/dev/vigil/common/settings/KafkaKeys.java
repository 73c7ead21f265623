package dev.vigil.common.settings;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The keys of Kafka's own clients, to tell a plug-in's key, which is passed on, from a slip of the pen. */
final class KafkaKeys {
    private static final Set<String> KNOWN = known();

    private KafkaKeys() {}

    /** Whether Kafka does not know the key, but one much like it. */
    static boolean isMistyped(String key) {
        Set<String> own = Settings.all().stream()
                .map(Setting::name)
                .filter(name -> name.startsWith("kafka."))
                .map(name -> name.substring("kafka.".length()))
                .collect(Collectors.toSet());
        own.addAll(KNOWN);
        return !own.contains(key) && !Suggestion.of(key, own).isEmpty();
    }

    /** These names and Kafka's, as they stand in a settings file. */
    static Set<String> and(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        KNOWN.forEach(key -> all.add("kafka." + key));
        return all;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        return known;
    }
}
