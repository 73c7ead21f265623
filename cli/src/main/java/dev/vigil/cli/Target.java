package dev.vigil.cli;

import dev.vigil.common.run.Deployment;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which deployment a command is about: one that is named, or the one that runs on this machine. */
public final class Target {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of an all-in-one that runs on this machine.")
    private Path data;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A settings file (vigil.yaml) that says how to reach a deployment.")
    private Path settings;

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
        return over(named, onThisMachine());
    }

    /** The settings as they are given, whether anything runs or not. */
    public Config named() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (settings != null) {
            environment.put("VIGIL_SETTINGS", settings.toString());
        }
        return Config.from(environment, Path.of(""));
    }

    /** The deployment that runs on this machine, if one is meant and runs. */
    public Optional<Deployment> running() {
        return data != null
                ? Deployment.in(data)
                : Deployment.running().stream().findFirst();
    }

    private static Deployment onThisMachine() {
        List<Deployment> running = Deployment.running();
        if (running.isEmpty()) {
            throw new IllegalStateException(
                    "nothing runs on this machine. Start it with ./vigil up --data DIR (or ./vigil demo --keep),"
                            + " or say where it runs with --settings FILE or VIGIL_KAFKA_BOOTSTRAP_SERVERS");
        }
        if (running.size() > 1 && running.get(0).demo() == running.get(1).demo()) {
            throw new IllegalStateException("several deployments run on this machine; say which with --data: "
                    + running.stream().map(each -> each.data().toString()).toList());
        }
        return running.get(0);
    }

    private static Config over(Config config, Deployment deployment) {
        Config result = config;
        for (Map.Entry<String, String> setting : deployment.settings().entrySet()) {
            result = result.with(setting.getKey(), setting.getValue());
        }
        return result;
    }
}
