package dev.vigil.portal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages. It only ever reads. */
final class Web implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Web.class);
    private static final int THREADS = 256;
    private static final int STREAMS = 200;
    private static final Duration FRESH = Duration.ofMillis(200);
    private static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Layout layout;
    private final NightBook book;
    private final LivePages pages;
    private final Pictures pictures;
    private final Downloads downloads;
    private final Drawings drawings;
    private final HttpServer server;
    private final ExecutorService threads = new ThreadPoolExecutor(
            4,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Web::thread,
            new ThreadPoolExecutor.AbortPolicy());
    private final AtomicInteger streams = new AtomicInteger();

    private Web(
            Layout layout, NightBook book, LivePages pages, Pictures pictures, ListedFiles files, HttpServer server) {
        this.layout = layout;
        this.book = book;
        this.pages = pages;
        this.pictures = pictures;
        this.downloads = new Downloads(files);
        this.drawings = new Drawings(files);
        this.server = server;
    }

    static Web start(
            String host, int port, Layout layout, NightBook book, LivePages pages, Pictures pictures, ListedFiles files)
            throws IOException {
        Web web = new Web(layout, book, pages, pictures, files, bound(host, port));
        web.server.setExecutor(web.threads);
        web.server.createContext("/", web::handle);
        web.server.start();
        return web;
    }

    private static HttpServer bound(String host, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "the portal cannot serve on " + host + ":" + port + " (" + e.getMessage()
                            + "); set another portal.port",
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            secure(exchange.getResponseHeaders());
            answer(exchange);
        } catch (IOException e) {
            LOG.debug("{} went away: {}", exchange.getRemoteAddress(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            apologise(exchange);
        }
    }

    private static void secure(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }

    private void apologise(HttpExchange exchange) {
        try {
            Answer.page(500, layout.words("This went wrong", "The portal could not make this page. Its log says why."))
                    .send(exchange);
        } catch (IOException e) {
            LOG.debug("the answer was on its way already: {}", e.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            Answer.page(405, layout.words("Only to be read", "The portal shows; it changes nothing."))
                    .send(exchange);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/live")) {
            live(exchange);
            return;
        }
        if (path.startsWith("/files/") && downloads.send(exchange, path)) {
            return;
        }
        String rawPath = exchange.getRequestURI().getRawPath();
        api(path)
                .or(() -> Assets.at(path))
                .or(() -> pictures.at(path))
                .or(() -> drawings.at(
                        path, Optional.of(asked(exchange, "detector")).filter(name -> !name.isEmpty())))
                .or(() -> page(path, rawPath))
                .orElseGet(() -> missing(path))
                .send(exchange);
    }

    private Optional<Answer> api(String path) {
        if (path.equals("/api/nights")) {
            return Optional.of(Answer.json(
                    200, book.nights().stream().map(Night::text).collect(Collectors.joining(",\n", "[", "]\n"))));
        }
        if (!path.startsWith("/api/")) {
            return Optional.empty();
        }
        return NightKey.parse(path.replaceFirst("^/api/nights/", ""))
                .flatMap(book::night)
                .map(night -> Answer.json(200, night.text()))
                .or(() -> Optional.of(
                        Answer.json(404, "{\"message\":\"there is /api/nights and /api/nights/<unit>/<night>\"}\n")));
    }

    /** Frame ids hold percent signs of their own; whoever types one into a browser may leave them as they are. */
    private Optional<Answer> page(String path, String rawPath) {
        return page(path).or(() -> path.startsWith("/frames/") ? page(rawPath) : Optional.empty());
    }

    private Optional<Answer> page(String path) {
        return pages.at(path).flatMap(page -> page(path, page.view(), page.snapshot(pages.now(), FRESH)));
    }

    private Optional<Answer> page(String path, View view, LivePage.Snapshot now) {
        Html body = view.body(now.fragments());
        return Optional.of(Answer.page(200, layout.page(view.title(), body, path, now.version())))
                .filter(answer -> !now.fragments().isEmpty());
    }

    private Answer missing(String path) {
        if (path.startsWith("/frames/")) {
            return Answer.page(
                    404,
                    layout.words(
                            "No such frame",
                            "The ledger has heard nothing of " + path.substring("/frames/".length()) + ".",
                            "A frame that was seen a moment ago is there within seconds. See whether the name is right."));
        }
        if (path.startsWith("/nights/")) {
            return Answer.page(
                    404,
                    layout.words(
                            "No such night",
                            "Nothing was seen of " + path.substring("/nights/".length()) + ".",
                            "A night's address is /nights/<unit>/<date>, such as /nights/7DT05/2026-11-19."));
        }
        if (path.startsWith("/files/")) {
            return Answer.page(
                    404,
                    layout.words(
                            "No such file",
                            "The ledger lists no such file, or the archive has not got it.",
                            "The frame's page has the links to its files. See whether the archive's disk is mounted."));
        }
        if (path.startsWith("/masters/")) {
            return Answer.page(
                    404,
                    layout.words(
                            "No such master",
                            "The ledger has heard nothing of " + path.substring("/masters/".length()) + ".",
                            "The page /masters lists all of them."));
        }
        if (path.startsWith("/drawn/")) {
            return Answer.page(
                    404,
                    layout.words(
                            "No such picture",
                            "The file is not in the archive, holds no image of such a detector, or does not say where north is.",
                            "The frame's page has the links to its files and pictures."));
        }
        return Answer.page(404, layout.words("Nothing here", "There is no page at " + path + "."));
    }

    private void live(HttpExchange exchange) throws IOException {
        Optional<LivePage> page = pages.at(asked(exchange, "page"));
        if (page.isEmpty()) {
            Answer.json(404, "{\"message\":\"no such page\"}\n").send(exchange);
            return;
        }
        try {
            if (streams.incrementAndGet() > STREAMS) {
                exchange.getResponseHeaders().set("Retry-After", "10");
                Answer.json(503, "{\"message\":\"too many are watching\"}\n").send(exchange);
                return;
            }
            String last = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                    .orElseGet(() -> asked(exchange, "since"));
            LiveStream.serve(exchange, page.get(), last);
        } finally {
            streams.decrementAndGet();
        }
    }

    private static String asked(HttpExchange exchange, String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "portal-web");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
