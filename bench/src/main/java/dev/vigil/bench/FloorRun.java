package dev.vigil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The plain loop in a JVM of its own, with the options that the launcher gives the all-in-one. */
record FloorRun(Floor floor, GcLog heap) {

    static FloorRun over(Path files, Path data, Terminal terminal) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path figures = data.resolve("floor.json");
        Path collections = data.resolve("floor.gc.log");
        terminal.line("plain loop: the same files, one after the other");
        Process process = new ProcessBuilder(command(files, data, figures, collections))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the plain loop failed with status " + process.exitValue());
        }
        Floor floor = new ObjectMapper().readValue(figures.toFile(), Floor.class);
        terminal.line("plain loop: %.1f frames/s".formatted(floor.framesPerSecond()));
        return new FloorRun(floor, GcLog.read(collections));
    }

    private static List<String> command(Path files, Path data, Path figures, Path collections) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx640m",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Xlog:gc:file=" + collections,
                "-cp",
                System.getProperty("java.class.path"),
                FloorMain.class.getName(),
                files.toString(),
                data.toString(),
                figures.toString());
    }
}
