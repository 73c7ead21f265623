package dev.vigil.transfer;

import dev.vigil.schemas.events.FailureCategory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that a producer serves over HTTP, with ranges and a token. */
final class HttpSource implements Source, AutoCloseable {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-.*");

    private final String token;
    private final Duration patience;
    private final HttpClient client;
    private final StallGuard guard;

    HttpSource(String token, Duration patience) {
        this.token = token;
        this.patience = patience;
        this.guard = new StallGuard(patience);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build();
    }

    @Override
    public Bytes open(URI location, long offset, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(request(location, offset, tag), HttpResponse.BodyHandlers.ofInputStream());
        int status = response.statusCode();
        if (status == OK || status == PARTIAL) {
            return new Bytes(guard.watched(response.body()), start(response), strongTag(response));
        }
        response.body().close();
        if (status == RANGE_NOT_SATISFIABLE && offset > 0) {
            return open(location, 0, Optional.empty());
        }
        throw refusal(location, status);
    }

    /** An older producer does not know what is asked, and sends the file: then there are none. */
    @Override
    public Optional<BlockSums> sums(URI location) throws IOException, InterruptedException {
        URI asked = URI.create(location + "?sums=" + BlockSums.BLOCK);
        HttpResponse<InputStream> response =
                client.send(request(asked, 0, Optional.empty()), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = guard.watched(response.body())) {
            return response.statusCode() == OK && strongTag(response).isEmpty()
                    ? Optional.of(BlockSums.parse(body.readAllBytes()))
                    : Optional.empty();
        }
    }

    private HttpRequest request(URI location, long offset, Optional<String> tag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(location).timeout(patience);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
            tag.ifPresent(content -> request.header("If-Range", content));
        }
        return request.build();
    }

    /** A weak tag may stay while bytes change, so it is no condition for going on. */
    private static Optional<String> strongTag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").filter(tag -> !tag.startsWith("W/"));
    }

    private static long start(HttpResponse<?> response) throws IOException {
        if (response.statusCode() == OK) {
            return 0;
        }
        String range = response.headers().firstValue("Content-Range").orElse("");
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new IOException(response.uri() + " answers 206 with the Content-Range '" + range + "'");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static TroubleException refusal(URI location, int status) throws IOException {
        String said = address(location) + " answers " + status;
        return switch (status) {
            case NOT_FOUND, GONE ->
                new TroubleException(new Trouble.Failing(
                        FailureCategory.SOURCE_MISSING,
                        "is no longer served: " + location + " answers " + status,
                        "put the file back and ask for it to be fetched again, or close the frame"));
            case NOT_ACCEPTABLE ->
                new TroubleException(new Trouble.Away(address(location), said + ": it is offered as it is"));
            case FORBIDDEN ->
                new TroubleException(new Trouble.Failing(
                        FailureCategory.PERMISSION_DENIED,
                        "is not given: " + location + " answers " + status,
                        "let the user of the producer read it"));
            case UNAUTHORIZED ->
                new TroubleException(new Trouble.Away(
                        address(location), said + ": set transfer.token to the producer's token (producer.token)"));
            default -> throw new IOException(said);
        };
    }

    static String address(URI location) {
        return location.getScheme() + "://" + location.getAuthority();
    }

    @Override
    public void close() {
        guard.close();
    }
}
