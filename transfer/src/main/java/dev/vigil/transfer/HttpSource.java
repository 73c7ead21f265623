package dev.vigil.transfer;

import dev.vigil.common.tls.Trust;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that a producer serves over HTTP, with ranges and a token. */
final class HttpSource implements Source, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSource.class);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final String PIECE = "jdk.httpclient.bufsize";
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

    /** 32 bytes in base64. */
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    static {
        // The client hands on what it reads in pieces of this size, and each is a turn of several threads.
        System.setProperty(PIECE, System.getProperty(PIECE, Integer.toString(2 * BlockSums.BLOCK)));
    }

    private final String token;
    private final Duration patience;
    private final HttpClient client;
    private final WaitingRoom room;
    private final StallGuard guard;

    /** One that believes whom this machine trusts. */
    HttpSource(String token, Duration patience) {
        this(token, patience, HttpClient.newBuilder(), new WaitingRoom(Integer.MAX_VALUE));
    }

    HttpSource(String token, Duration patience, Trust trust, WaitingRoom room) throws IOException {
        this(token, patience, HttpClient.newBuilder().sslContext(trust.context()), room);
    }

    private HttpSource(String token, Duration patience, HttpClient.Builder client, WaitingRoom room) {
        this.token = token;
        this.patience = patience;
        this.room = room;
        this.guard = new StallGuard(patience, room);
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build();
    }

    @Override
    public Bytes open(URI location, long offset, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        return open(location, offset == 0 ? "" : "bytes=" + offset + "-", tag);
    }

    @Override
    public Bytes open(URI location, long from, long to, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        return open(location, "bytes=" + from + "-" + (to - 1), tag);
    }

    private Bytes open(URI location, String range, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        HttpResponse<InputStream> response = answer(location, request(location, range, tag));
        int status = response.statusCode();
        if (status == OK || status == PARTIAL) {
            return served(location, response);
        }
        response.body().close();
        if (status == RANGE_NOT_SATISFIABLE && !range.isEmpty()) {
            return open(location, "", Optional.empty());
        }
        throw refusal(location, status);
    }

    private Bytes served(URI location, HttpResponse<InputStream> response) throws IOException {
        try {
            long start = start(response);
            OptionalLong size = size(response);
            return new Bytes(new WatchedStream(guard, location, response.body()), start, strongTag(response), size);
        } catch (IOException nonsense) {
            response.body().close();
            throw nonsense;
        }
    }

    /** A certificate that is not believed now will not be believed at once. */
    private HttpResponse<InputStream> answer(URI location, HttpRequest request)
            throws TroubleException, IOException, InterruptedException {
        try {
            if (!room.isSilent(location)) {
                return quickly(location, sent(request));
            }
            takePlace(location, () -> {});
            return patiently(location, sent(request), patience);
        } catch (SSLException failed) {
            Optional<String> reason = Trust.reason(failed);
            if (reason.isPresent()) {
                throw new TroubleException(new Trouble.Away(Place.address(location), reason.get()));
            }
            throw failed;
        }
    }

    private CompletableFuture<HttpResponse<InputStream>> sent(HttpRequest request) {
        return client.sendAsync(request, ToTheCut.stream());
    }

    private HttpResponse<InputStream> quickly(URI location, CompletableFuture<HttpResponse<InputStream>> coming)
            throws TroubleException, IOException, InterruptedException {
        try {
            return result(location, coming, WaitingRoom.outside(patience));
        } catch (TimeoutException silent) {
            takePlace(location, () -> forget(coming));
            return patiently(location, coming, patience.minus(WaitingRoom.outside(patience)));
        }
    }

    /** Whoever finds no place does not wait, and says that the line is silent. */
    private void takePlace(URI location, Runnable ifThereIsNone) throws TroubleException {
        if (!room.enter(location)) {
            ifThereIsNone.run();
            throw WaitingRoom.notWaiting(location);
        }
    }

    private HttpResponse<InputStream> patiently(
            URI location, CompletableFuture<HttpResponse<InputStream>> coming, Duration left)
            throws IOException, InterruptedException {
        try {
            return result(location, coming, left);
        } catch (TimeoutException silent) {
            forget(coming);
            throw new HttpTimeoutException("no answer for " + patience.toSeconds() + " s");
        } finally {
            room.leave(location);
        }
    }

    private HttpResponse<InputStream> result(
            URI location, CompletableFuture<HttpResponse<InputStream>> coming, Duration time)
            throws TimeoutException, IOException, InterruptedException {
        try {
            HttpResponse<InputStream> response = coming.get(time.toMillis(), TimeUnit.MILLISECONDS);
            room.heard(location);
            return response;
        } catch (InterruptedException stopped) {
            forget(coming);
            throw stopped;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cut) {
                throw cut;
            }
            throw new IllegalStateException("asking " + location, failed.getCause());
        }
    }

    /** What answers after all is closed. */
    private static void forget(CompletableFuture<HttpResponse<InputStream>> coming) {
        coming.cancel(true);
        coming.thenAccept(HttpSource::close);
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            LOG.debug("an answer that came too late did not close: {}", e.toString());
        }
    }

    /** An older producer does not know what is asked, and sends the file: then there are none. */
    @Override
    public Optional<BlockSums> sums(URI location) throws IOException, InterruptedException {
        URI asked = URI.create(location + "?sums=" + BlockSums.BLOCK);
        HttpResponse<InputStream> response = answerOrCut(asked);
        try (InputStream body = new WatchedStream(guard, asked, response.body())) {
            return response.statusCode() == OK && strongTag(response).isEmpty()
                    ? Optional.of(BlockSums.parse(body.readAllBytes()))
                    : Optional.empty();
        }
    }

    private HttpResponse<InputStream> answerOrCut(URI asked) throws IOException, InterruptedException {
        try {
            return answer(asked, request(asked, "", Optional.empty()));
        } catch (TroubleException refused) {
            throw new IOException(refused.trouble().said());
        }
    }

    @Override
    public Optional<Sha256> digest(URI location) throws TroubleException, IOException, InterruptedException {
        HttpRequest asked = request(location)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> response = answer(location, asked);
        response.body().close();
        if (response.statusCode() != OK) {
            throw refusal(location, response.statusCode());
        }
        return response.headers().firstValue("Repr-Digest").flatMap(HttpSource::sha256);
    }

    private static Optional<Sha256> sha256(String digest) {
        Matcher said = DIGEST.matcher(digest);
        return said.find()
                ? Optional.of(
                        new Sha256(HexFormat.of().formatHex(Base64.getDecoder().decode(said.group(1)))))
                : Optional.empty();
    }

    private HttpRequest.Builder request(URI location) {
        HttpRequest.Builder request = HttpRequest.newBuilder(location);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpRequest request(URI location, String range, Optional<String> tag) {
        HttpRequest.Builder request = request(location);
        if (!range.isEmpty()) {
            request.header("Range", range);
            tag.ifPresent(content -> request.header("If-Range", content));
        }
        return request.build();
    }

    /** A weak tag may stay while bytes change, so it is no condition for going on. */
    private static Optional<String> strongTag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").filter(tag -> !tag.startsWith("W/"));
    }

    private static long start(HttpResponse<?> response) throws IOException {
        return response.statusCode() == OK
                ? 0
                : Long.parseLong(contentRange(response).group(1));
    }

    private static OptionalLong size(HttpResponse<?> response) throws IOException {
        if (response.statusCode() == OK) {
            return response.headers().firstValueAsLong("Content-Length");
        }
        String size = contentRange(response).group(2);
        return size.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size));
    }

    private static Matcher contentRange(HttpResponse<?> response) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new IOException(response.uri() + " answers 206 with the Content-Range '" + range + "'");
        }
        return matcher;
    }

    private static TroubleException refusal(URI location, int status) throws IOException {
        String said = Place.address(location) + " answers " + status;
        return switch (status) {
            case NOT_FOUND, GONE ->
                new TroubleException(new Trouble.Failing(
                        FailureCategory.SOURCE_MISSING,
                        "is no longer served: " + location + " answers " + status,
                        "put the file back, then vigil retry FRAME; or write it off: vigil close FRAME --why TEXT"));
            case NOT_ACCEPTABLE ->
                new TroubleException(new Trouble.Away(Place.address(location), said + ": it is offered as it is"));
            case FORBIDDEN ->
                new TroubleException(new Trouble.Failing(
                        FailureCategory.PERMISSION_DENIED,
                        "is not given: " + location + " answers " + status,
                        "let the user of the producer read it"));
            case UNAUTHORIZED ->
                new TroubleException(new Trouble.Away(
                        Place.address(location),
                        said + ": set transfer.token to the producer's token (producer.token)"));
            default -> throw new IOException(said);
        };
    }

    @Override
    public void close() {
        guard.close();
    }
}
