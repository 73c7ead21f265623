package dev.vigil.common.kafka;

import dev.vigil.common.run.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of a share group, set and read back before its first worker subscribes: a group that is not told starts at the end of its
 * topic and loses what was there.
 *
 * @param name the group
 * @param lock how long a task belongs to the worker that took it, unless it renews
 * @param deliveries how often a task is delivered at most
 */
public record ShareGroup(String name, Duration lock, int deliveries) {
    private static final Logger LOG = LoggerFactory.getLogger(ShareGroup.class);
    private static final int MOST_DELIVERIES = 10;
    private static final Duration LOCK = Duration.ofSeconds(15);
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(10);

    /** A group by the design's rules. */
    public static ShareGroup named(String name) {
        return new ShareGroup(name, LOCK, MOST_DELIVERIES);
    }

    /** Sets the rules and reads them back; waits for a broker that cannot be reached. */
    void ensure(KafkaSettings settings) throws InterruptedException {
        Admin admin = Admin.create(settings.client("vigil-" + name + "-rules"));
        try {
            Pause pause = new Pause(Duration.ofMillis(100), Duration.ofSeconds(5));
            while (!inForce(admin)) {
                pause.sleep();
            }
        } finally {
            // Whoever is told to stop does not wait for an answer that may never come.
            admin.close(Duration.ZERO);
        }
    }

    private boolean inForce(Admin admin) throws InterruptedException {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, name);
        try {
            if (!areRead(admin, group)) {
                set(admin, group, rules());
            }
            wish(admin, group);
            return areRead(admin, group);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException(
                    "the rules of the share group " + name + " cannot be set: "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    /**
     * With a quick heartbeat a worker's first task comes after one second instead of five. With a short session the share of a
     * killed worker goes to another after as long as its lock lasts, instead of 45 s. A broker may allow neither.
     */
    private void wish(Admin admin, ConfigResource group) throws InterruptedException, ExecutionException {
        wish(admin, group, "share.heartbeat.interval.ms", "1000");
        wish(
                admin,
                group,
                "share.session.timeout.ms",
                Long.toString(Math.max(lock.toMillis(), SHORTEST_SESSION.toMillis())));
    }

    private static void wish(Admin admin, ConfigResource group, String rule, String value)
            throws InterruptedException, ExecutionException {
        try {
            set(admin, group, Map.of(rule, value));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ApiException) || e.getCause() instanceof RetriableException) {
                throw e;
            }
            LOG.info(
                    "the broker does not allow {}={} of share groups: {}",
                    rule,
                    value,
                    e.getCause().getMessage());
        }
    }

    private static void set(Admin admin, ConfigResource group, Map<String, String> rules)
            throws InterruptedException, ExecutionException {
        List<AlterConfigOp> changes = rules.entrySet().stream()
                .map(rule ->
                        new AlterConfigOp(new ConfigEntry(rule.getKey(), rule.getValue()), AlterConfigOp.OpType.SET))
                .collect(Collectors.toList());
        admin.incrementalAlterConfigs(Map.of(group, changes)).all().get();
    }

    private boolean areRead(Admin admin, ConfigResource group) throws InterruptedException, ExecutionException {
        Config there = admin.describeConfigs(List.of(group)).all().get().get(group);
        return rules().entrySet().stream().allMatch(rule -> {
            ConfigEntry entry = there.get(rule.getKey());
            return entry != null && rule.getValue().equals(entry.value());
        });
    }

    private Map<String, String> rules() {
        return Map.of(
                "share.auto.offset.reset",
                "earliest",
                "share.isolation.level",
                "read_uncommitted",
                "share.record.lock.duration.ms",
                Long.toString(lock.toMillis()),
                "share.delivery.count.limit",
                Integer.toString(deliveries));
    }
}
