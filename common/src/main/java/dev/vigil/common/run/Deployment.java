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

    /** Says that it runs: in its data folder, and where the command line looks. */
    public Announcement announce() throws IOException {
        return announce(state(System.getenv(), System.getProperty("user.home")));
    }

    /** Where there is no such place, the data folder is enough for who names that. */
    Announcement announce(Path state) throws IOException {
        Path inData = data.resolve(FILE);
        Path inState = state.resolve(process + ".json");
        write(inData);
        try {
            Files.createDirectories(state);
            write(inState);
        } catch (IOException noPlace) {
            return new Announcement(List.of(inData), Optional.of(unannounced(state, noPlace)));
        }
        return new Announcement(List.of(inState, inData), Optional.empty());
    }

    private String unannounced(Path state, IOException why) {
        return "commands do not find this one by themselves: the folder " + state
                + " cannot be made, or not written to ("
                + why.getClass().getSimpleName() + "). To do: name it with --data " + data
                + " in each command, or set XDG_STATE_HOME to a folder that you may write to, for it and for them";
    }

    /**
     * Where a deployment has said that it runs; closing takes that back.
     *
     * @param files that say so
     * @param remark what somebody should know who looks for it
     */
    public record Announcement(List<Path> files, Optional<String> remark) implements AutoCloseable {
        public Announcement {
            files = List.copyOf(files);
        }

        @Override
        public void close() throws IOException {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The one whose data are in a folder, if it runs. */
    public static Optional<Deployment> in(Path data) {
        return read(data.resolve(FILE)).filter(Deployment::runs);
    }

    /** All that run on this machine for this user, real ones before demonstrations, the newest first. */
    public static List<Deployment> running() {
        return running(state(System.getenv(), System.getProperty("user.home")));
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

    /** The one of all that run that commands take where none is named: the only one, or the only real one. */
    public static Optional<Deployment> taken(List<Deployment> running) {
        boolean isOne = running.size() == 1
                || running.size() > 1 && running.get(0).demo() != running.get(1).demo();
        return isOne ? Optional.of(running.get(0)) : Optional.empty();
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

    /** Of a user without a home Java says that it is "?", which would be a folder here. */
    static Path state(Map<String, String> environment, String home) {
        String named = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base =
                named.isBlank() ? Path.of("/").resolve(home).resolve(".local").resolve("state") : Path.of(named);
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
