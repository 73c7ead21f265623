package dev.vigil.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.vigil.common.front.Front;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Answers what the stores know, as JSON: {@code /nights}, {@code /nights/<unit>/<night>}, {@code /frames/<frame id>}. */
final class ProgressPages {
    private static final String JSON = "application/json";
    private static final String NIGHTS = "/nights";
    private static final String FRAMES = "/frames/";

    private final ProgressQueries queries;

    private ProgressPages(ProgressQueries queries) {
        this.queries = queries;
    }

    static void serve(Front front, ProgressQueries queries) {
        ProgressPages pages = new ProgressPages(queries);
        front.page(NIGHTS, exchange -> pages.whenOpen(exchange, pages::nights));
        front.page(FRAMES, exchange -> pages.whenOpen(exchange, pages::frame));
    }

    private interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void whenOpen(HttpExchange exchange, Page page) throws IOException {
        try {
            page.answer(exchange);
        } catch (InvalidStateStoreException e) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            say(exchange, 503, "the stores are being read; ask again in a moment");
        }
    }

    private void nights(HttpExchange exchange) throws IOException {
        String key = rest(exchange, NIGHTS);
        if (key.isEmpty()) {
            String all =
                    queries.nights().stream().map(ObjectNode::toString).collect(Collectors.joining(",\n", "[", "]\n"));
            Front.answer(exchange, 200, JSON, all);
        } else {
            one(exchange, Nodes.NIGHTS, key, queries::night);
        }
    }

    private void frame(HttpExchange exchange) throws IOException {
        one(exchange, Nodes.STANDINGS, rest(exchange, FRAMES), queries::frame);
    }

    private void one(HttpExchange exchange, String store, String key, Function<String, Optional<ObjectNode>> query)
            throws IOException {
        Optional<ObjectNode> found = query.apply(key);
        if (found.isPresent()) {
            Front.answer(exchange, 200, JSON, found.get() + "\n");
            return;
        }
        Optional<HostInfo> other = queries.elsewhere(store, key);
        if (other.isPresent()) {
            elsewhere(exchange, other.get());
        } else {
            say(exchange, 404, "nothing was heard of " + key);
        }
    }

    private static void elsewhere(HttpExchange exchange, HostInfo other) throws IOException {
        String location = "http://" + other.host() + ":" + other.port()
                + exchange.getRequestURI().getRawPath();
        exchange.getResponseHeaders().set("Location", location);
        say(exchange, 307, "ask " + location);
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        Front.answer(exchange, status, JSON, Json.object().put("message", sentence) + "\n");
    }

    /** Frame ids hold percent signs of their own, so the path is taken as it was written. */
    private static String rest(HttpExchange exchange, String prefix) {
        String path = exchange.getRequestURI().getRawPath();
        String rest = path.length() <= prefix.length() ? "" : path.substring(prefix.length());
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }
}
