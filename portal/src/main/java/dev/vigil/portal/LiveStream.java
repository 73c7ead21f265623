package dev.vigil.portal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Tells one browser what changes on its page, as server-sent events, until it goes away. */
final class LiveStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LivePage page;
    private final OutputStream out;

    private LiveStream(LivePage page, OutputStream out) {
        this.page = page;
        this.out = out;
    }

    static void serve(HttpExchange exchange, LivePage page, String seen) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
        exchange.sendResponseHeaders(200, 0);
        page.watched(1);
        try (OutputStream out = exchange.getResponseBody()) {
            new LiveStream(page, out).tell(seen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            page.watched(-1);
        }
    }

    private void tell(String seen) throws IOException, InterruptedException {
        String known = seen;
        write("retry: 2000\n: vigil\n\n");
        while (!Thread.currentThread().isInterrupted()) {
            String next;
            Optional<String> changes;
            synchronized (page) {
                changes = page.changesSince(known, HEARTBEAT);
                next = page.version();
            }
            known = changes.isPresent() ? next : known;
            write(changes.map(json -> "id: " + next + "\ndata: " + json + "\n\n")
                    .orElse(": still here\n\n"));
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
