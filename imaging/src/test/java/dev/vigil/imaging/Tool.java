package dev.vigil.imaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** NASA's own programs as referees; a test that asks one is skipped, and says so, where it is not installed. */
record Tool(String name, String debianPackage) {
    static final Tool FITSVERIFY = new Tool("fitsverify", "fitsverify");
    static final Tool FPACK = new Tool("fpack", "libcfitsio-bin");
    static final Tool FUNPACK = new Tool("funpack", "libcfitsio-bin");

    /** Runs the program in the folder, and returns what it printed. */
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process = start(folder, command);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return printed;
    }

    private Process start(Path folder, List<String> command) throws IOException {
        Assumptions.assumeTrue(isInstalled(), name + " is not installed (Debian package " + debianPackage + ")");
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Path.of(folder, name).toFile().canExecute());
    }
}
