package dev.vigil.portal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Stored;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out the files of frames and masters: those that the ledger lists, and no others of the archive. */
final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Pattern LINK = Pattern.compile("/files/([0-9a-f]{64})/(.+)");

    private final ListedFiles files;

    Downloads(ListedFiles files) {
        this.files = files;
    }

    /** Sends the file of a path, and says whether there was one. */
    boolean send(HttpExchange exchange, String path) throws IOException {
        Optional<StoredFile> file = file(path);
        if (file.isEmpty()) {
            return false;
        }
        Archive archive;
        Optional<Stored> stored;
        try {
            archive = files.archiveOf(file.get());
            stored = archive.find(new ArchiveKey(file.get().key()));
        } catch (ArchiveException e) {
            LOG.warn("{} cannot be read: {}", file.get().key(), e.getMessage());
            return false;
        }
        if (stored.isPresent()) {
            send(exchange, archive, stored.get(), file.get());
        }
        return stored.isPresent();
    }

    private Optional<StoredFile> file(String path) {
        Matcher link = LINK.matcher(path);
        return link.matches() ? files.find(link.group(2), link.group(1)) : Optional.empty();
    }

    private static void send(HttpExchange exchange, Archive archive, Stored stored, StoredFile file)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/octet-stream");
        headers.set(
                "Content-Disposition", "attachment; filename=\"" + stored.key().name() + "\"");
        headers.set("Cache-Control", Answer.FOR_EVER);
        headers.set("ETag", "\"" + file.digest() + "\"");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(stored.size()));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        try (InputStream in = archive.open(stored.key())) {
            exchange.sendResponseHeaders(200, stored.size() == 0 ? -1 : stored.size());
            try (OutputStream out = exchange.getResponseBody()) {
                in.transferTo(out);
            }
        }
    }
}
