package dev.vigil.bench;

import dev.vigil.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service in a process of its own, with a given heap. */
final class ServiceProcess implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final int front;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceProcess(Process process, int front, Path log) {
        this.process = process;
        this.front = front;
        this.log = log;
    }

    /** Starts its main class, and returns when it is ready. */
    static ServiceProcess start(String main, String heap, Map<String, String> settings, Path folder)
            throws IOException, InterruptedException {
        int front = FreePorts.next();
        Path log = folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("VIGIL_FRONT_HOST", "127.0.0.1");
        builder.environment().put("VIGIL_FRONT_PORT", Integer.toString(front));
        ServiceProcess service = new ServiceProcess(builder.start(), front, log);
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException("a service is not ready; its words are:\n" + Files.readString(log));
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            URI address = URI.create("http://127.0.0.1:" + front + "/health/ready");
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The most memory that it ever had in hand. */
    long mostResident() throws IOException {
        return Proc.of(process.pid()).mostResident();
    }

    double cpuSeconds() throws IOException {
        return Proc.of(process.pid()).cpuSeconds();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
