package dev.vigil.bench;

import dev.vigil.common.run.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An all-in-one in a process of its own, started as a person starts it: by {@code vigil up}. */
final class RunningAllInOne implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final String SET_QUIET = "VIGIL_SCHEDULER_SET_QUIET";
    private static final String JAVA_OPTIONS = "VIGIL_JAVA_OPTS";

    private final Process process;
    private final Path data;
    private final Path log;
    private final Deployment deployment;
    private final double readySeconds;

    private RunningAllInOne(Process process, Path data, Path log, Deployment deployment, double readySeconds) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.deployment = deployment;
        this.readySeconds = readySeconds;
    }

    /** Starts one in a folder that holds none; its own words and the log of its collections go beside that folder. */
    static RunningAllInOne start(Path launcher, Path data) throws IOException, InterruptedException {
        Path log = data.resolveSibling("all-in-one.log");
        Process process = launch(launcher, data, log);
        long start = System.nanoTime();
        try {
            Deployment deployment = waitUntilReady(process, data, log, start);
            return new RunningAllInOne(process, data, log, deployment, (System.nanoTime() - start) / 1e9);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private static Process launch(Path launcher, Path data, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "up", "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        // As in the demo: the night is over, so nothing more will come that a calibration set had to wait for.
        environment.putIfAbsent(SET_QUIET, "2 s");
        environment.merge(JAVA_OPTIONS, "-Xlog:gc:file=" + gcLog(data), (given, ours) -> ours + " " + given);
        return builder.start();
    }

    private static Deployment waitUntilReady(Process process, Path data, Path log, long start)
            throws IOException, InterruptedException {
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            Optional<Deployment> deployment = Deployment.in(data);
            if (deployment.isPresent()) {
                return deployment.get();
            }
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the all-in-one ended while it started; its words are in " + log + ":\n"
                        + Files.readString(log));
            }
        }
        throw new IOException("the all-in-one is not ready after " + PATIENCE + "; its words are in " + log);
    }

    /** From the command to the moment when files may come. */
    double readySeconds() {
        return readySeconds;
    }

    Path incoming() {
        return Path.of(deployment.settings().get("producer.incoming"));
    }

    Servers servers() throws IOException {
        return new Servers(deployment.process(), Postgres.in(data.resolve("postgres")));
    }

    LedgerWatch ledger() {
        Map<String, String> settings = deployment.settings();
        return LedgerWatch.open(
                settings.get("ledger.url"), settings.get("ledger.user"), settings.get("ledger.password"));
    }

    /** How full its heap was; complete once it is closed. */
    GcLog heap() throws IOException {
        return GcLog.read(gcLog(data));
    }

    void mustRun() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the all-in-one has ended; its words are in " + log);
        }
    }

    private static Path gcLog(Path data) {
        return data.resolveSibling("all-in-one.gc.log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
