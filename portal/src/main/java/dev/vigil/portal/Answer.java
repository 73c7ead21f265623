package dev.vigil.portal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * What is sent back for a request.
 *
 * @param status of HTTP
 * @param type of the content
 * @param caching how long others may keep it
 * @param body the content
 */
record Answer(int status, String type, String caching, byte[] body) {
    static final String ASK_AGAIN = "no-cache";
    static final String FOR_EVER = "public, max-age=31536000, immutable";
    static final String JSON = "application/json; charset=utf-8";

    private static final int WORTH_PACKING = 1000;
    private static final int UNCHANGED = 304;

    Answer {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(caching, "caching");
        Objects.requireNonNull(body, "body");
    }

    static Answer page(int status, Html page) {
        return new Answer(
                status, "text/html; charset=utf-8", ASK_AGAIN, page.markup().getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(int status, String text) {
        return new Answer(status, JSON, ASK_AGAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it: not at all if the asker has it, without its content if only the head was asked for, packed if that is worth while. */
    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        String tag = "\"" + Fragment.digest(body).substring(0, 20) + "\"";
        headers.set("Content-Type", type);
        headers.set("Cache-Control", caching);
        headers.set("ETag", tag);
        headers.set("Vary", "Accept-Encoding");
        if (status == 200 && has(exchange, tag)) {
            exchange.sendResponseHeaders(UNCHANGED, -1);
            return;
        }
        write(exchange, packed(exchange));
    }

    private void write(HttpExchange exchange, byte[] content) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    private byte[] packed(HttpExchange exchange) throws IOException {
        boolean wanted = values(exchange, "Accept-Encoding").contains("gzip");
        if (!wanted || body.length < WORTH_PACKING || type.startsWith("image/png")) {
            return body;
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static boolean has(HttpExchange exchange, String tag) {
        return values(exchange, "If-None-Match").contains(tag);
    }

    private static String values(HttpExchange exchange, String header) {
        return String.join(",", exchange.getRequestHeaders().getOrDefault(header, List.of()));
    }
}
