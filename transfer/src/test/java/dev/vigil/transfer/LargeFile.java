package dev.vigil.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.Publication;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process of its own that fetches a file which would not fit into its memory, and says the digest of what it archived. */
final class LargeFile {
    private static final int BLOCK = 1 << 16;

    private final long size;

    private LargeFile(long size) {
        this.size = size;
    }

    /** Wants the folder of an archive and a number of bytes. */
    public static void main(String[] arguments) throws Exception {
        LargeFile file = new LargeFile(Long.parseLong(arguments[1]));
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", file::serve);
        server.start();
        try {
            System.out.println(file.archived(Path.of(arguments[0]), server.getAddress()));
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private String archived(Path folder, InetSocketAddress server) throws Exception {
        Archive archive = FilesystemArchive.create(folder);
        URI location = URI.create("http://127.0.0.1:" + server.getPort() + "/a.fits");
        Streams four = new Streams(new PerUnit<>(4, Map.of()), Duration.ZERO, Double.MAX_VALUE);
        try (HttpSource http = new HttpSource("", Duration.ofSeconds(20))) {
            Fetcher fetcher = new Fetcher(http, Tasks.noSftp(), SharedDisk.COPIED, Duration.ofMillis(50), four);
            Draft draft = fetcher.fetch(
                    task(location), () -> archive.draft(ArchiveKey.of("a.fits"), "worker"), new Journal());
            return archive.publish(draft) instanceof Publication.Published published ? published.digest() : "lost";
        }
    }

    private TransferTask task(URI location) throws Exception {
        Sha256 digest = new Sha256(digest());
        Instant now = Instant.now();
        return new TransferTask(
                "task",
                Tasks.identity(FrameId.ofPath(Tasks.PATH), 1),
                3,
                Lane.LIVE,
                Tasks.PATH,
                size,
                new TakenFile(digest, digest, List.of(), List.of(location)),
                now,
                now.plusSeconds(900));
    }

    private String digest() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long at = 0; at < size; at += BLOCK) {
            digest.update(block(at), 0, (int) Math.min(BLOCK, size - at));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Every block is another, so that none can take the place of another. */
    private static byte[] block(long start) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (block.hasRemaining()) {
            block.putLong(start + block.position());
        }
        return block.array();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            long from = range == null ? 0 : Long.parseLong(range.replaceAll("bytes=(\\d+)-.*", "$1"));
            long to = range == null || range.endsWith("-") ? size : 1 + Long.parseLong(range.split("-")[1]);
            exchange.getResponseHeaders().set("ETag", "\"large\"");
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size);
            exchange.sendResponseHeaders(range == null ? 200 : 206, to - from);
            send(exchange.getResponseBody(), from, to);
        }
    }

    private static void send(OutputStream body, long from, long to) throws IOException {
        for (long at = from; at < to; ) {
            long start = at / BLOCK * BLOCK;
            int count = (int) (Math.min(start + BLOCK, to) - at);
            body.write(block(start), (int) (at - start), count);
            at += count;
        }
    }
}
