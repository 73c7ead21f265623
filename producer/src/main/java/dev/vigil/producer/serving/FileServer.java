package dev.vigil.producer.serving;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.vigil.common.files.Links;
import dev.vigil.common.files.UnfinishedNames;
import dev.vigil.common.tls.Identity;
import dev.vigil.producer.disk.Disk;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.listing.UnitListing;
import dev.vigil.schemas.events.FrameId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the bytes of the incoming folder, whole or in ranges, to whoever has the token; never anything outside it. */
public final class FileServer implements AutoCloseable {
    /** What stands before a frame's encoded path in its address. */
    static final String PAGE = "/files/";

    /** What stands before a unit in the address of its listing. */
    static final String LISTING = "/listing/";

    private static final Logger LOG = LoggerFactory.getLogger(FileServer.class);
    /** Of one unit so many are served at once: what hangs with its disk holds up no other. */
    private static final int AT_ONCE = 64;

    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int BUFFER = 1 << 18;

    private final Path root;
    private final String token;
    private final Function<Sighting, Optional<String>> digests;
    private final Function<String, Optional<String>> away;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
    private final PackedCopies packed;
    private final HttpServer server;
    private final ExecutorService threads;

    private FileServer(
            Path root,
            String token,
            Function<Sighting, Optional<String>> digests,
            Function<String, Optional<String>> away,
            PackedCopies packed,
            HttpServer server,
            ExecutorService threads) {
        this.root = root;
        this.token = token;
        this.digests = digests;
        this.away = away;
        this.packed = packed;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens it. Without a token only this machine is served.
     *
     * @param identity by what it is known; without one it serves in the clear
     * @param digests the source digest of a file as it stands, where it is known
     * @param away why a unit's disk cannot be asked, if that is so
     */
    public static FileServer open(
            InetSocketAddress address,
            Identity identity,
            Path root,
            String token,
            Function<Sighting, Optional<String>> digests,
            Function<String, Optional<String>> away)
            throws IOException {
        HttpServer server = identity.isGiven() ? encrypted(identity.context()) : HttpServer.create();
        bind(server, address);
        ExecutorService threads = Executors.newCachedThreadPool(FileServer::thread);
        FileServer files = new FileServer(root, token, digests, away, PackedCopies.open(), server, threads);
        server.setExecutor(threads);
        server.createContext(PAGE, exchange -> files.handle(exchange, files::serve));
        server.createContext(LISTING, exchange -> files.handle(exchange, files::list));
        server.start();
        return files;
    }

    private static HttpServer encrypted(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void bind(HttpServer server, InetSocketAddress address) throws IOException {
        try {
            server.bind(address, 0);
        } catch (IOException taken) {
            throw new IOException(
                    "files cannot be served on " + address + " (" + taken.getMessage() + "); set another producer.port",
                    taken);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "producer-files");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange, HttpHandler page) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                say(exchange, 401, "a bearer token is needed, the setting producer.token\n");
            } else if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                say(exchange, 405, "only GET and HEAD\n");
            } else {
                inTurn(exchange, page);
            }
        } catch (RuntimeException wrong) {
            LOG.warn("{} failed", exchange.getRequestURI(), wrong);
            throw wrong;
        }
    }

    /** A disk that is away or hangs is something to wait for: nothing is said of its files. */
    private void inTurn(HttpExchange exchange, HttpHandler page) throws IOException {
        String unit = unit(exchange);
        Optional<String> why = away.apply(unit);
        if (why.isPresent()) {
            say(exchange, 503, why.get() + "\n");
            return;
        }
        Semaphore turn = turns.computeIfAbsent(unit, any -> new Semaphore(AT_ONCE, true));
        if (!takes(turn)) {
            say(exchange, 503, "the disk of " + unit + " is busy, or hangs\n");
            return;
        }
        try {
            page.handle(exchange);
        } finally {
            turn.release();
        }
    }

    private static boolean takes(Semaphore turn) {
        try {
            return turn.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        if (token.isEmpty()) {
            return exchange.getRemoteAddress().getAddress().isLoopbackAddress();
        }
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return MessageDigest.isEqual(
                ("Bearer " + token).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        Optional<String> path = path(exchange);
        if (path.isEmpty()) {
            missing(exchange);
            return;
        }
        try {
            Optional<PackedForm> form =
                    PackedForm.asked(exchange.getRequestURI().getRawQuery());
            if (form.isPresent()) {
                servePacked(exchange, path.get(), form.get());
            } else {
                serve(exchange, path.get());
            }
        } catch (AccessDeniedException denied) {
            say(exchange, 403, "the producer may not read it\n");
        } catch (NoSuchFileException gone) {
            missing(exchange);
        }
    }

    /** A disk may have gone a moment ago, before a listing could show it: then the file is not missing. */
    private void missing(HttpExchange exchange) throws IOException {
        String unit = unit(exchange);
        if (isBare(unit)) {
            say(exchange, 503, unit + " is empty; is its disk mounted?\n");
        } else {
            say(exchange, 404, "there is no such file\n");
        }
    }

    private boolean isBare(String unit) throws IOException {
        Optional<Path> folder = folder(unit);
        return folder.isPresent() && Disk.REAL.names(folder.get()).isEmpty();
    }

    /** The folder of a unit, if there is one. */
    private Optional<Path> folder(String unit) {
        try {
            Path folder = root.resolve(unit).normalize();
            boolean isUnit = root.equals(folder.getParent())
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && !UnfinishedNames.includes(folder.getFileName().toString());
            return isUnit ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static String unit(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().split("/", 4)[2];
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        try (FileChannel file = FileChannel.open(root.resolve(path), StandardOpenOption.READ)) {
            Optional<BlockSums> sums = BlockSums.asked(exchange.getRequestURI().getRawQuery());
            if (sums.isPresent()) {
                say(exchange, 200, new String(sums.get().of(file), StandardCharsets.US_ASCII));
            } else {
                send(exchange, file, tag(FileLook.of(root, path)));
            }
        }
    }

    /** What cannot be packed is not there packed, and is asked for as it is. */
    private void servePacked(HttpExchange exchange, String path, PackedForm form) throws IOException {
        Sighting now = FileLook.of(root, path);
        Optional<Path> copy = packed(path, now, form);
        if (copy.isEmpty()) {
            say(exchange, 406, "it cannot be packed so, or would not be smaller\n");
            return;
        }
        try (FileChannel file = FileChannel.open(copy.get(), StandardOpenOption.READ)) {
            if (!form.isExact()) {
                exchange.getResponseHeaders()
                        .set("Repr-Digest", reprDigest(packed.digest(root.resolve(path), now, form)));
            }
            send(exchange, file, tag(now).replaceFirst("\"$", "-" + form.word() + "\""));
        }
    }

    /** As RFC 9530 has it. */
    private static String reprDigest(String digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest)) + ":";
    }

    private Optional<Path> packed(String path, Sighting now, PackedForm form) throws IOException {
        try {
            return packed.of(root.resolve(path), now, form);
        } catch (FileSystemException ofTheFile) {
            throw ofTheFile;
        } catch (IOException e) {
            LOG.warn("{} is served as it is, for it was not packed: {}; see java.io.tmpdir", path, e.getMessage());
            return Optional.empty();
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        Optional<Path> folder = folder(exchange.getRequestURI().getPath().substring(LISTING.length()));
        if (folder.isEmpty()) {
            say(exchange, 404, "there is no such unit\n");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/tab-separated-values; charset=utf-8");
        exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            PrintWriter out = new PrintWriter(
                    new BufferedWriter(new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)));
            UnitListing.write(root, folder.get(), out);
        }
    }

    /** The path of an ordinary file below the folder, with all links followed; everything else does not exist. */
    private Optional<String> path(HttpExchange exchange) {
        try {
            String path = new FrameId(exchange.getRequestURI().getRawPath().substring(PAGE.length())).path();
            Path file = root.resolve(path).normalize();
            boolean inside = file.startsWith(root) && Links.leadsInside(root, file);
            boolean plain = inside
                    && Files.isRegularFile(file)
                    && !UnfinishedNames.includes(file.getFileName().toString());
            return plain ? Optional.of(root.relativize(file).toString()) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException noFrameId) {
            return Optional.empty();
        }
    }

    private void send(HttpExchange exchange, FileChannel file, String tag) throws IOException {
        long size = file.size();
        Headers answer = exchange.getResponseHeaders();
        answer.set("ETag", tag);
        answer.set("Accept-Ranges", "bytes");
        answer.set("Content-Type", "application/octet-stream");
        Optional<ByteRange> range = wanted(exchange.getRequestHeaders(), tag, size);
        if (range.isEmpty()) {
            send(exchange, file, 200, new ByteRange(0, size));
        } else if (range.get().isEmpty()) {
            answer.set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
        } else {
            answer.set("Content-Range", range.get().contentRange(size));
            send(exchange, file, 206, range.get());
        }
    }

    /** A range of an older file is not what was wanted: then the whole is sent. */
    private static Optional<ByteRange> wanted(Headers request, String tag, long size) {
        String onlyIf = request.getFirst("If-Range");
        boolean applies = onlyIf == null || onlyIf.equals(tag) && !tag.startsWith("W/");
        return applies
                ? Optional.ofNullable(request.getFirst("Range")).flatMap(text -> ByteRange.parse(text, size))
                : Optional.empty();
    }

    private String tag(Sighting now) {
        return digests.apply(now)
                .map(digest -> "\"" + digest + "\"")
                .orElseGet(() -> "W/\"" + now.size() + "-" + now.modified().toEpochMilli() + "\"");
    }

    private static void send(HttpExchange exchange, FileChannel file, int status, ByteRange range) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(range.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, range.length() == 0 ? -1 : range.length());
        try (OutputStream out = exchange.getResponseBody()) {
            copy(file, range, out);
        }
    }

    /** A file that got shorter meanwhile ends the answer early, which its reader sees by the length that was promised. */
    private static void copy(FileChannel file, ByteRange range, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = range.start();
        while (at < range.end()) {
            buffer.clear().limit((int) Math.min(BUFFER, range.end() - at));
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new IOException("the file got shorter while it was served");
            }
            // All at once: a channel around the stream would pass it on in pieces of 8 KiB.
            out.write(buffer.array(), 0, read);
            at += read;
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            packed.close();
        } catch (IOException e) {
            LOG.warn("packed copies stay behind: {}", e.getMessage());
        }
    }
}
