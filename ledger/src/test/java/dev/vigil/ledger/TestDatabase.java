package dev.vigil.ledger;

import dev.vigil.embedded.LocalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** One real PostgreSQL for all tests of this JVM, and an empty database in it for each that asks. */
final class TestDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final LocalDatabase SERVER = start();

    private static final String TEMPLATE = template();

    private TestDatabase() {}

    /** A copy of a database that was migrated once: quicker than to migrate each anew. */
    static LedgerSettings migrated() {
        return copyOf(TEMPLATE);
    }

    static LedgerSettings empty() {
        return copyOf("template1");
    }

    private static String template() {
        LedgerSettings settings = empty();
        Ledger.open(settings).close();
        return settings.url().substring(settings.url().lastIndexOf('/') + 1);
    }

    private static LedgerSettings copyOf(String template) {
        String name = "test" + MADE.incrementAndGet();
        Jdbi.create(SERVER.jdbcUrl(), SERVER.user(), SERVER.password())
                .useHandle(handle -> handle.execute("create database " + name + " template " + template));
        String url = SERVER.jdbcUrl().replaceAll("/[^/]*$", "/" + name);
        return new LedgerSettings(url, SERVER.user(), SERVER.password(), 4);
    }

    /** Everything in every table but what depends on the ledger's own clock and numbering. */
    static Map<String, List<String>> rows(Ledger ledger) {
        return ledger.jdbi().withHandle(handle -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : handle.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                    .mapTo(String.class)
                    .list()) {
                if (!table.startsWith("flyway")) {
                    rows.put(
                            table,
                            handle.createQuery("select (to_jsonb(t) - array[%s])::text from %s t order by 1"
                                            .formatted(ownColumns(table), table))
                                    .mapTo(String.class)
                                    .list());
                }
            }
            return rows;
        });
    }

    static void clear(Ledger ledger) {
        ledger.jdbi()
                .useHandle(handle -> handle.execute("truncate "
                        + rows(ledger).keySet().stream().collect(Collectors.joining(", ")) + " restart identity"));
    }

    private static String ownColumns(String table) {
        List<String> own = switch (table) {
            case "recorded" -> List.of("at");
            case "outbox" -> List.of("id");
            default -> List.of("");
        };
        return new ArrayList<>(own).stream().map(column -> "'" + column + "'").collect(Collectors.joining(", "));
    }

    private static LocalDatabase start() {
        try {
            Path folder = Files.createTempDirectory("vigil-ledger-test");
            LocalDatabase server = LocalDatabase.start(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(LocalDatabase server, Path folder) {
        try {
            server.close();
            try (var files = Files.walk(folder)) {
                Arrays.stream(files.toArray(Path[]::new))
                        .sorted((a, b) -> b.compareTo(a))
                        .forEach(path -> path.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
