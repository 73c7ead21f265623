package dev.vigil.audit;

import dev.vigil.common.tls.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks producers over HTTP, with the token that they want. */
final class Producers {
    static final int OK = 200;
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String token;
    private final Trust trust;
    private Optional<HttpClient> client = Optional.empty();

    Producers(String token, Trust trust) {
        this.token = token;
        this.trust = trust;
    }

    /** What stands at an address. */
    HttpResponse<InputStream> get(URI address) throws IOException, InterruptedException {
        return answer(address, request(address).GET(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** The status of what stands at an address, without its bytes. */
    int status(URI address) throws IOException, InterruptedException {
        return answer(
                        address,
                        request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> answer(URI address, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpClient client = client();
        try {
            return client.send(request.build(), body);
        } catch (IOException unreachable) {
            throw new IOException(
                    address
                            + Trust.reason(unreachable)
                                    .map(why -> ": " + why)
                                    .orElse(" does not answer ("
                                            + unreachable.getClass().getSimpleName()
                                            + "); to do: see that its producer runs, and that producer.address is where it is reached"
                                            + " from here"),
                    unreachable);
        }
    }

    /** Made when it is first needed, for the file of trusted certificates may be wrong. */
    private HttpClient client() throws IOException {
        if (client.isEmpty()) {
            client = Optional.of(HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .sslContext(trust.context())
                    .build());
        }
        return client.get();
    }
}
