package dev.vigil.systemtests;

import dev.vigil.common.run.Deployment;
import dev.vigil.common.settings.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** An all-in-one in a process of its own, which can be killed. */
final class ChildProcess implements AutoCloseable {
    private final Path data;
    private final Process process;

    private ChildProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** Starts {@code vigil up} on a folder, and returns when files may come. */
    static ChildProcess up(Path data, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.vigil.allinone.AllInOneMain",
                "up",
                "--data",
                data.toString());
        builder.environment().put("VIGIL_SCHEDULER_SET_QUIET", "2 s");
        builder.environment().put("VIGIL_PORTAL_PORT", "0");
        builder.environment()
                .put("XDG_STATE_HOME", data.resolveSibling("running").toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        ChildProcess child = new ChildProcess(data, builder.start());
        Awaitility.await("the start of the all-in-one; its log is " + log)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> child.isUp() || !child.process.isAlive());
        if (!child.process.isAlive()) {
            throw new AssertionError("the all-in-one ended with " + child.process.exitValue()
                    + ", and its last words were\n" + Diagnosis.lastWords(log));
        }
        return child;
    }

    private boolean isUp() {
        return Deployment.in(data)
                .filter(found -> found.process() == process.pid())
                .isPresent();
    }

    /** The settings that reach it. */
    Config config() {
        return Config.of(Deployment.in(data).orElseThrow().settings());
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: nothing is closed, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, and waits for the end. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the all-in-one did not end within a minute of SIGTERM");
        }
    }
}
