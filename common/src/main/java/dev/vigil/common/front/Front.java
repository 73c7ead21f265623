package dev.vigil.common.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every service serves: whether it lives, whether it is ready, its metrics, and pages of its own. */
public final class Front implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;
    private static final int UNAVAILABLE = 503;
    private static final int THREADS = 4;

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, BooleanSupplier> conditions = new ConcurrentSkipListMap<>();
    private final Readings readings = new Readings();
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final ExecutorService threads;
    private final HttpServer server;

    private Front(FrontSettings settings, HttpServer server) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> daemon(work, settings.service() + "-front"));
        meters.config().commonTags("service", settings.service());
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        garbage.bindTo(meters);
    }

    /** Opens it; ready only when every condition that is added later holds. */
    public static Front open(FrontSettings settings) throws IOException {
        Front front = new Front(settings, bound(settings));
        front.server.setExecutor(front.threads);
        front.page(
                "/",
                exchange -> answer(
                        exchange, NOT_FOUND, "text/plain", "There is /health/live, /health/ready and /metrics.\n"));
        front.page("/health/live", exchange -> answer(exchange, OK, "text/plain", "live\n"));
        front.page("/health/ready", front::ready);
        front.page("/metrics", exchange -> answer(exchange, OK, "text/plain; version=0.0.4", front.metrics()));
        front.server.start();
        return front;
    }

    private static HttpServer bound(FrontSettings settings) throws IOException {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException(
                    settings.service() + " cannot serve on " + settings.host() + ":" + settings.port() + " ("
                            + e.getMessage() + "); set another front.port",
                    e);
        }
    }

    /** Adds a condition of readiness. */
    public void ready(String what, BooleanSupplier holds) {
        conditions.put(what, holds);
    }

    /** Adds pages below a path. */
    public void page(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handleOrSay(handler, exchange);
            }
        });
    }

    private static void handleOrSay(HttpHandler handler, HttpExchange exchange) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            answer(exchange, BROKEN, "text/plain", "This went wrong: " + e.getMessage() + "\n");
        }
    }

    /** Where to count and time. */
    public MeterRegistry meters() {
        return meters;
    }

    /** Publishes how much room there is on the disk of a folder. */
    public void disk(Path folder) {
        new DiskSpaceMetrics(folder.toFile()).bindTo(meters);
    }

    /** Publishes numbers by the values of their labels, read whenever the metrics are asked for. */
    public void numbers(String name, List<String> labels, Supplier<Map<List<String>, Double>> read) {
        readings.add(meters, name, labels, read);
    }

    /** Publishes how many records a consumer is behind, from what the Kafka client says of itself. */
    public void lag(Supplier<? extends Map<MetricName, ? extends Metric>> clientMetrics) {
        numbers("vigil.lag.records", List.of(), () -> Map.of(List.of(), Lag.of(clientMetrics.get())));
    }

    private String metrics() {
        readings.renew();
        return meters.scrape();
    }

    /** The port that it serves on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers a request with a text. */
    public static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type.contains("charset") ? type : type + "; charset=utf-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** A service that has named no condition yet is still being put together. */
    private void ready(HttpExchange exchange) throws IOException {
        if (conditions.isEmpty()) {
            answer(exchange, UNAVAILABLE, "text/plain", "not ready: starting\n");
            return;
        }
        List<String> missing = conditions.entrySet().stream()
                .filter(condition -> !condition.getValue().getAsBoolean())
                .map(Map.Entry::getKey)
                .toList();
        if (missing.isEmpty()) {
            answer(exchange, OK, "text/plain", "ready\n");
        } else {
            answer(exchange, UNAVAILABLE, "text/plain", "not ready: " + String.join(", ", missing) + "\n");
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        garbage.close();
    }
}
