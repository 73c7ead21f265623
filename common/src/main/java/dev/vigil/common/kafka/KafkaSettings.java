package dev.vigil.common.kafka;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How this process talks to the broker.
 *
 * @param bootstrapServers the brokers
 * @param passedThrough what every Kafka client is told besides, such as SASL and TLS
 * @param partitions of topics that are made
 * @param replication of topics that are made
 */
public record KafkaSettings(
        String bootstrapServers, Map<String, String> passedThrough, int partitions, int replication) {
    public KafkaSettings {
        passedThrough = Map.copyOf(passedThrough);
    }

    /** Reads them among the settings of a service. */
    public static KafkaSettings from(Config.Reader in) {
        return new KafkaSettings(
                in.get(Settings.KAFKA_BOOTSTRAP_SERVERS),
                in.passedToKafka(),
                in.get(Settings.KAFKA_PARTITIONS),
                in.get(Settings.KAFKA_REPLICATION));
    }

    /** What any client needs to know. */
    public Map<String, Object> client(String clientId) {
        Map<String, Object> client = new HashMap<>(passedThrough);
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return client;
    }

    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + ", " + partitions + " partitions, " + replication + " copies]";
    }
}
