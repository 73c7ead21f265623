package dev.vigil.common.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An all-in-one that runs on this machine, as it says of itself in a file, so that the command line finds it.
 *
 * @param process its number
 * @param data its data folder
 * @param demo whether it is a demonstration, which a real deployment comes before
 * @param settings how to reach its parts: settings by name
 */
public record Deployment(long process, Path data, boolean demo, Map<String, String> settings) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "running.json";

    public Deployment {
        settings = Map.copyOf(settings);
    }

    /** Says that it runs: in its data folder, and where the command line looks. Closing takes that back. */
    public AutoCloseable announce() throws IOException {
        return announce(state());
    }

    AutoCloseable announce(Path state) throws IOException {
        Path inData = data.resolve(FILE);
        Path inState = state.resolve(process + ".json");
        Files.createDirectories(inState.getParent());
        write(inData);
        write(inState);
        return () -> {
            Files.deleteIfExists(inState);
            Files.deleteIfExists(inData);
        };
    }

    /** The one whose data are in a folder, if it runs. */
    public static Optional<Deployment> in(Path data) {
        return read(data.resolve(FILE)).filter(Deployment::runs);
    }

    /** All that run on this machine for this user, real ones before demonstrations, the newest first. */
    public static List<Deployment> running() {
        return running(state());
    }

    static List<Deployment> running(Path state) {
        if (!Files.isDirectory(state)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(state)) {
            return files.map(Deployment::read)
                    .flatMap(Optional::stream)
                    .filter(Deployment::runs)
                    .sorted(Comparator.comparing(Deployment::demo)
                            .thenComparing(
                                    Comparator.comparing(Deployment::process).reversed()))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean runs() {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /** When a process began: after a reboot another one may have its number. */
    private static String began(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toString)
                .orElse("");
    }

    private static Path state() {
        String home = System.getenv("XDG_STATE_HOME");
        Path base = home == null || home.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(home);
        return base.resolve("vigil").resolve("running");
    }

    /** Secrets are in it: only its owner may read it. */
    private void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("process", process)
                .put("began", began(process))
                .put("data", data.toAbsolutePath().toString())
                .put("demo", demo);
        new TreeMap<>(settings).forEach(json.putObject("settings")::put);
        Path draft = Files.createTempFile(file.getParent(), "running", ".part");
        Files.writeString(draft, json.toPrettyString() + System.lineSeparator());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Deployment> read(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (json.has("began")
                    && !json.path("began")
                            .asText()
                            .equals(began(json.path("process").asLong()))) {
                return Optional.empty();
            }
            Map<String, String> settings = new HashMap<>();
            json.path("settings")
                    .properties()
                    .forEach(entry ->
                            settings.put(entry.getKey(), entry.getValue().asText()));
            return Optional.of(new Deployment(
                    json.path("process").asLong(),
                    Path.of(json.path("data").asText()),
                    json.path("demo").asBoolean(),
                    settings));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
