package dev.vigil.common.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.common.run.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry that speaks Confluent's API: Confluent's own, Apicurio, Karapace, Redpanda. While none answers, it waits. */
public final class ConfluentRegistry implements SchemaRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ConfluentRegistry.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> UNKNOWN = Set.of(400, NOT_FOUND, 422);
    private static final int TOO_MANY = 429;

    private final RegistrySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Map<Schema, Integer>> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    public ConfluentRegistry(RegistrySettings settings) {
        this.settings = settings;
    }

    @Override
    public int idOf(String subject, Schema schema) throws InterruptedException {
        Map<Schema, Integer> ofSubject = ids.computeIfAbsent(subject, name -> new ConcurrentHashMap<>());
        Integer known = ofSubject.get(schema);
        if (known != null) {
            return known;
        }
        int id = ask(subject, schema);
        ofSubject.put(schema, id);
        return id;
    }

    private int ask(String subject, Schema schema) throws InterruptedException {
        String path = "/subjects/" + encoded(subject) + (settings.register() ? "/versions" : "");
        String body = JSON.createObjectNode()
                .put("schema", schema.toString())
                .put("schemaType", "AVRO")
                .toString();
        HttpResponse<String> answer = untilAnswered(path, request -> request.POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != OK) {
            throw new RegistryException(
                    "the registry does not take the schema of " + subject + ": HTTP " + answer.statusCode()
                            + ", " + answer.body().strip()
                            + (settings.register()
                                    ? ""
                                    : ". Schemas are not registered by Vigil (registry.auto-register is false): register it first"));
        }
        if (settings.register()) {
            keepReadable(subject);
        }
        return json(answer).path("id").asInt();
    }

    /** What was written must stay readable for ever; another rule that somebody has set for the subject is left alone. */
    private void keepReadable(String subject) throws InterruptedException {
        String path = "/config/" + encoded(subject);
        HttpResponse<String> rule = untilAnswered(path, HttpRequest.Builder::GET);
        if (rule.statusCode() == NOT_FOUND
                || json(rule).path("compatibilityLevel").asText().equals("NONE")) {
            String wanted = JSON.createObjectNode()
                    .put("compatibility", "BACKWARD_TRANSITIVE")
                    .toString();
            HttpResponse<String> answer = untilAnswered(path, request -> request.PUT(BodyPublishers.ofString(wanted)));
            if (answer.statusCode() != OK) {
                LOG.warn(
                        "the registry does not take the rule {} for {}: HTTP {}", wanted, subject, answer.statusCode());
            }
        }
    }

    @Override
    public Optional<Schema> schemaOf(int id) throws InterruptedException {
        Schema known = schemas.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        HttpResponse<String> answer = untilAnswered("/schemas/ids/" + id, HttpRequest.Builder::GET);
        if (UNKNOWN.contains(answer.statusCode())) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw new RegistryException("the registry does not give schema " + id + ": HTTP " + answer.statusCode()
                    + ", " + answer.body().strip());
        }
        Optional<Schema> schema = avro(json(answer));
        schema.ifPresent(found -> schemas.put(id, found));
        return schema;
    }

    /** A registry that is shared may hold schemas of other kinds: for us they are unknown. */
    private static Optional<Schema> avro(JsonNode answer) {
        try {
            boolean other = !answer.path("schemaType").asText("AVRO").equals("AVRO");
            return other
                    ? Optional.empty()
                    : Optional.of(
                            new Schema.Parser().parse(answer.path("schema").asText()));
        } catch (AvroRuntimeException e) {
            return Optional.empty();
        }
    }

    /** Makes a request out of its beginnings. */
    private interface Method {
        HttpRequest.Builder apply(HttpRequest.Builder request);
    }

    /** An unreachable registry is waited for; an answer that is a refusal is not. */
    private HttpResponse<String> untilAnswered(String path, Method method) throws InterruptedException {
        Pause pause = new Pause(Duration.ofMillis(200), Duration.ofSeconds(15));
        for (boolean said = false; ; said = true) {
            Optional<HttpResponse<String>> answer = tryEach(path, method, !said);
            if (answer.isPresent()) {
                return answer.get();
            }
            pause.sleep();
        }
    }

    private Optional<HttpResponse<String>> tryEach(String path, Method method, boolean say)
            throws InterruptedException {
        for (String url : settings.urls()) {
            try {
                HttpResponse<String> answer = http.send(request(url + path, method), BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY) {
                    return Optional.of(answer);
                }
                say(say, url, "HTTP " + answer.statusCode());
            } catch (IOException e) {
                say(say, url, e.toString());
            }
        }
        return Optional.empty();
    }

    private static void say(boolean say, String url, String what) {
        if (say) {
            LOG.warn("waiting for the schema registry {}: {}", url, what);
        }
    }

    private HttpRequest request(String url, Method method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE + ", application/json");
        if (!settings.user().isEmpty()) {
            String pair = settings.user() + ":" + settings.password();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return method.apply(request).build();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new RegistryException("the registry's answer is not JSON: " + answer.body());
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
