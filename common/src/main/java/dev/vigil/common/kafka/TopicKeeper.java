package dev.vigil.common.kafka;

import dev.vigil.common.run.Pause;
import dev.vigil.schemas.topics.Spread;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing, and reads them all back: what a service relies on is checked before it starts. */
public final class TopicKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TopicKeeper.class);

    private TopicKeeper() {}

    /** Makes and checks every topic of Vigil; waits for a broker that cannot be reached. */
    public static void ensure(KafkaSettings settings) throws InterruptedException {
        Admin admin = Admin.create(settings.client("vigil-topics"));
        try {
            Pause pause = new Pause(Duration.ofMillis(200), Duration.ofSeconds(5));
            for (boolean said = false; !tryTo(admin, settings, said); said = true) {
                pause.sleep();
            }
        } finally {
            // Whoever is told to stop does not wait for an answer that may never come.
            admin.close(Duration.ZERO);
        }
    }

    private static boolean tryTo(Admin admin, KafkaSettings settings, boolean said) throws InterruptedException {
        try {
            create(admin, settings);
            check(admin);
            keepAsDesigned(admin);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                if (!said) {
                    LOG.warn(
                            "waiting for the broker {}: {}",
                            settings.bootstrapServers(),
                            e.getCause().getMessage());
                }
                return false;
            }
            throw new IllegalStateException(
                    "the topics cannot be made or read on " + settings.bootstrapServers() + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    private static void create(Admin admin, KafkaSettings settings) throws InterruptedException, ExecutionException {
        List<String> there = List.copyOf(admin.listTopics().names().get());
        List<NewTopic> missing = Topics.ALL.stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(topic -> wanted(topic, settings))
                .toList();
        for (var made : admin.createTopics(missing).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic wanted(Topic<?> topic, KafkaSettings settings) {
        int partitions = topic == Topics.DEAD_LETTERS ? 1 : settings.partitions();
        return new NewTopic(topic.name(), partitions, (short) settings.replication())
                .configs(topic.kept().configuration());
    }

    /** All that is said of a unit is read by one task of a stream: that needs one partition count. */
    private static void check(Admin admin) throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> there = admin.describeTopics(
                        Topics.ALL.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        Map<Integer, List<String>> byCount = Topics.ALL.stream()
                .filter(topic -> topic.spread() == Spread.BY_UNIT)
                .map(Topic::name)
                .collect(Collectors.groupingBy(
                        name -> there.get(name).partitions().size()));
        if (byCount.size() > 1) {
            throw new IllegalStateException("these topics must have the same number of partitions, and have not: "
                    + byCount + ". Make them anew, or add partitions while nothing runs");
        }
    }

    private static void keepAsDesigned(Admin admin) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Topic<?>> resources = Topics.ALL.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        Map<ConfigResource, Config> there =
                admin.describeConfigs(resources.keySet()).all().get();
        for (Map.Entry<ConfigResource, Topic<?>> each : resources.entrySet()) {
            List<AlterConfigOp> changes = differing(each.getValue(), there.get(each.getKey()));
            if (!changes.isEmpty()) {
                LOG.info("setting {} of {} as designed", changes, each.getValue());
                admin.incrementalAlterConfigs(Map.of(each.getKey(), changes))
                        .all()
                        .get();
            }
        }
    }

    private static List<AlterConfigOp> differing(Topic<?> topic, Config there) {
        List<AlterConfigOp> changes = new ArrayList<>();
        topic.kept().configuration().forEach((name, value) -> {
            ConfigEntry entry = there.get(name);
            if (entry == null || !value.equals(entry.value())) {
                changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
            }
        });
        return changes;
    }
}
