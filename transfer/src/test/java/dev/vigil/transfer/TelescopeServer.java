package dev.vigil.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server of one file that cuts, stalls, refuses and damages when it is told to. */
final class TelescopeServer implements AutoCloseable {
    private static final String TOKEN = "Bearer a secret";

    private final byte[] bytes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Behaviour> next = new ArrayDeque<>();
    private final Deque<byte[]> sums = new ArrayDeque<>();
    private volatile boolean knowsSums;
    private volatile Optional<String> said = Optional.empty();
    private volatile Behaviour usual = TelescopeServer::whole;
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    /** What it does with one request. */
    interface Behaviour {
        void answer(HttpExchange exchange, byte[] bytes, int from) throws IOException;
    }

    TelescopeServer(byte[] bytes) throws IOException {
        this(bytes, HttpServer.create());
    }

    /** One that serves encrypted. */
    TelescopeServer(byte[] bytes, SSLContext context) throws IOException {
        this(bytes, encrypted(context));
    }

    private TelescopeServer(byte[] bytes, HttpServer server) throws IOException {
        this.bytes = bytes;
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer encrypted(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    /** The next requests get these, each one; all later ones get the file. */
    TelescopeServer first(Behaviour... behaviours) {
        next.addAll(Arrays.asList(behaviours));
        return this;
    }

    URI location() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/files/frame.fits");
    }

    /** The Range header of each request, or "all". */
    List<String> ranges() {
        return ranges;
    }

    Behaviour cutAfter(int count) {
        return (exchange, content, from) -> {
            head(exchange, content, from);
            exchange.getResponseBody().write(content, from, Math.min(count, to(exchange, content) - from));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    Behaviour stallAfter(int count) {
        return (exchange, content, from) -> {
            head(exchange, content, from);
            exchange.getResponseBody().write(content, from, count);
            exchange.getResponseBody().flush();
            awaitClose();
        };
    }

    static Behaviour status(int status) {
        return (exchange, content, from) -> exchange.sendResponseHeaders(status, -1);
    }

    static Behaviour instead(byte[] other) {
        return (exchange, content, from) -> whole(exchange, other, from);
    }

    static Behaviour wholeFileWhateverTheRange() {
        return (exchange, content, from) -> {
            exchange.getRequestHeaders().remove("Range");
            whole(exchange, content, 0);
        };
    }

    static Behaviour asItShould() {
        return TelescopeServer::whole;
    }

    /** From now on it answers like this, once what was to come first has come. */
    TelescopeServer always(Behaviour behaviour) {
        usual = behaviour;
        return this;
    }

    /** From now on it says, when it is asked for it alone, that this is the digest of what it sends. */
    TelescopeServer saying(String digest) {
        said = Optional.of(digest);
        return this;
    }

    private void head(HttpExchange exchange) throws IOException {
        said.ifPresent(digest -> exchange.getResponseHeaders()
                .set(
                        "Repr-Digest",
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(digest)) + ":"));
        exchange.sendResponseHeaders(said.isPresent() ? 200 : 406, -1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("HEAD")) {
                head(exchange);
                return;
            }
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range == null ? "all" : range);
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (isForSums(exchange)) {
                sums(exchange);
                return;
            }
            behaviour().answer(exchange, bytes, range == null ? 0 : start(range));
        }
    }

    private static boolean isForSums(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query != null && query.startsWith("sums=");
    }

    /** From now on it tells the sums of blocks; the first answers are these, instead of the right one. */
    TelescopeServer withSums(byte[]... before) {
        sums.addAll(Arrays.asList(before));
        knowsSums = true;
        return this;
    }

    byte[] rightSums() {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < bytes.length; at += BlockSums.BLOCK) {
            int end = Math.min(bytes.length, at + BlockSums.BLOCK);
            lines.append(Tasks.sha256(Arrays.copyOfRange(bytes, at, end)).value())
                    .append('\n');
        }
        byte[] all = lines.toString().getBytes(StandardCharsets.US_ASCII);
        return (lines + Tasks.sha256(all).value() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** One that does not know them sends the file, whatever the query. */
    private void sums(HttpExchange exchange) throws IOException {
        if (!knowsSums) {
            whole(exchange, bytes, 0);
            return;
        }
        byte[] answer = sums.isEmpty() ? rightSums() : sums.poll();
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private synchronized Behaviour behaviour() {
        return next.isEmpty() ? usual : next.poll();
    }

    private static boolean isOf(HttpExchange exchange, byte[] content) {
        String onlyIf = exchange.getRequestHeaders().getFirst("If-Range");
        return onlyIf == null || onlyIf.equals(tag(content));
    }

    private static String tag(byte[] content) {
        return '"' + Tasks.sha256(content).value() + '"';
    }

    private static int start(String range) {
        return Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
    }

    /** Where the bytes that are asked for end. */
    static int to(HttpExchange exchange, byte[] content) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean isOpen = range == null || range.endsWith("-") || !isOf(exchange, content);
        return isOpen ? content.length : Math.min(content.length, 1 + Integer.parseInt(range.split("-")[1]));
    }

    private static void whole(HttpExchange exchange, byte[] content, int wanted) throws IOException {
        whole(exchange, content, content, wanted);
    }

    /** Says that it sends one content, and sends another of the same length. */
    static void whole(HttpExchange exchange, byte[] said, byte[] sent, int wanted) throws IOException {
        int from = isOf(exchange, said) ? wanted : 0;
        head(exchange, said, from);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(sent, from, to(exchange, said) - from);
        }
    }

    private static void head(HttpExchange exchange, byte[] content, int from) throws IOException {
        int to = to(exchange, content);
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
        }
        exchange.getResponseHeaders().set("ETag", tag(content));
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, to - from);
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
