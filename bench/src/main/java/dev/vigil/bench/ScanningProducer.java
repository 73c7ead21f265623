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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A producer in a process of its own, with no more heap than it is meant to need, and what its metrics say. */
final class ScanningProducer implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();

    private ScanningProducer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static ScanningProducer start(Path incoming, String broker, String heap, Path beside) throws IOException {
        int port = FreePorts.next();
        Path log = beside.resolve("producer.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-Xlog:gc:file=" + gcLog(beside),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.vigil.producer.ProducerMain"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(beside.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "VIGIL_KAFKA_BOOTSTRAP_SERVERS", broker,
                        "VIGIL_PRODUCER_INCOMING", incoming.toString(),
                        "VIGIL_PRODUCER_PORT", "0",
                        "VIGIL_FRONT_HOST", "127.0.0.1",
                        "VIGIL_FRONT_PORT", Integer.toString(port),
                        // So that one pass follows another, and can be measured.
                        "VIGIL_PRODUCER_RESCAN_OLD", "1 s",
                        "VIGIL_PRODUCER_RESCAN_OLDEST", "1 s"));
        return new ScanningProducer(builder.start(), port, log);
    }

    void awaitReady() throws IOException, InterruptedException {
        await(() -> get("/health/ready").map(HttpResponse::statusCode).orElse(0) == 200);
    }

    void awaitLooks(double files) throws IOException, InterruptedException {
        await(() -> looks() >= files);
    }

    /** Files that it has looked at in all its listings. */
    double looks() throws IOException, InterruptedException {
        return metric("vigil_listed_files_total");
    }

    /** How long all its listings took. */
    double listingSeconds() throws IOException, InterruptedException {
        return metric("vigil_listing_seconds_total");
    }

    /** Files that it has read. */
    double reads() throws IOException, InterruptedException {
        return metric("vigil_read_files_total");
    }

    long mostResident() throws IOException {
        return Proc.of(process.pid()).mostResident();
    }

    /** How full its heap was; complete once it is closed. */
    static GcLog heap(Path beside) throws IOException {
        return GcLog.read(gcLog(beside));
    }

    private static Path gcLog(Path beside) {
        return beside.resolve("producer.gc.log");
    }

    private double metric(String name) throws IOException, InterruptedException {
        return get("/metrics").stream()
                .flatMap(answer -> answer.body().lines())
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private Optional<HttpResponse<String>> get(String page) throws InterruptedException {
        try {
            URI address = URI.create("http://127.0.0.1:" + port + page);
            return Optional.of(
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** Something that comes to be true. */
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException(
                        "the producer has ended, or does not come on; its words are:\n" + Files.readString(log));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
