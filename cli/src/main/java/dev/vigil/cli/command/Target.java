package dev.vigil.cli.command;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.run.Deployment;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Which deployment a command is about: one that is named, or the one that runs on this machine. */
public final class Target {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of an all-in-one that runs on this machine (default: of the one that runs).")
    private Path data;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "A settings file that says how to reach a deployment (default: vigil.yaml here, if there is one).")
    private Path settings;

    private final Map<String, String> environment;
    private final Supplier<List<Deployment>> onThisMachine;

    /** Looks for deployments of this user, as this process's environment says. */
    public Target() {
        this(System.getenv(), Deployment::running);
    }

    Target(Map<String, String> environment, Supplier<List<Deployment>> onThisMachine) {
        this.environment = Map.copyOf(environment);
        this.onThisMachine = onThisMachine;
    }

    /** The settings that reach it. */
    public Config config() {
        Config named = named();
        if (data != null) {
            return over(
                    named,
                    Deployment.in(data)
                            .orElseThrow(() -> new IllegalStateException(
                                    "no all-in-one runs on " + data + ". Start it: ./vigil up --data " + data)));
        }
        if (settings != null || named.sets(Settings.KAFKA_BOOTSTRAP_SERVERS)) {
            return named;
        }
        return over(named, theOnlyOne(onThisMachine.get()));
    }

    /** Its ledger, to be read. */
    public Ledger ledger() {
        return Ledger.reading(config().read(in -> new LedgerSettings(
                in.get(Settings.LEDGER_URL), in.get(Settings.LEDGER_USER), in.get(Settings.LEDGER_PASSWORD), 1)));
    }

    /** How to reach its broker. Somebody sits and waits, so it gives up after seconds; whoever set a time keeps it. */
    public KafkaSettings kafka() {
        KafkaSettings kafka = config().read(KafkaSettings::from);
        Map<String, String> client = new HashMap<>(Map.of("default.api.timeout.ms", "10000"));
        client.putAll(kafka.passedThrough());
        return new KafkaSettings(kafka.bootstrapServers(), client, kafka.partitions(), kafka.replication());
    }

    /** The settings as they are given, whether anything runs or not; over them those of the deployment that is named, if one is. */
    public Config given() {
        return data == null ? named() : config();
    }

    /** The settings as they are given, whether anything runs or not. */
    public Config named() {
        Map<String, String> given = new HashMap<>(environment);
        if (settings != null) {
            given.put("VIGIL_SETTINGS", settings.toString());
        }
        return Config.from(given, Path.of(""));
    }

    private static Deployment theOnlyOne(List<Deployment> running) {
        if (running.isEmpty()) {
            throw new IllegalStateException(
                    "nothing runs on this machine. Start it with ./vigil up --data DIR (or ./vigil demo --keep),"
                            + " or say where it runs with --settings FILE or VIGIL_KAFKA_BOOTSTRAP_SERVERS");
        }
        return Deployment.taken(running)
                .orElseThrow(() ->
                        new IllegalStateException("several deployments run on this machine; say which with --data: "
                                + running.stream()
                                        .map(each -> each.data().toString())
                                        .toList()));
    }

    /** Whether commands of somebody with these settings are about this deployment without naming it. */
    public static boolean finds(Config named, Deployment wanted, List<Deployment> running) {
        return !named.sets(Settings.KAFKA_BOOTSTRAP_SERVERS)
                && Deployment.taken(running).filter(wanted::equals).isPresent();
    }

    private static Config over(Config config, Deployment deployment) {
        Config result = config;
        for (Map.Entry<String, String> setting : deployment.settings().entrySet()) {
            result = result.with(setting.getKey(), setting.getValue(), "the all-in-one on " + deployment.data());
        }
        return result;
    }
}
