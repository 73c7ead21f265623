package dev.vigil.reduction.products;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What other people's programs say of the files in a folder; a test that asks one which is not installed is skipped. */
record OtherPrograms(Path folder) {
    String fitsverify(String file) throws IOException {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Path.of(place, "fitsverify").toFile().canExecute());
        Assumptions.assumeTrue(isThere, "fitsverify is not installed (Debian package fitsverify)");
        return printed("fitsverify", file);
    }

    /** What a script of astropy's prints that gets the file's name. */
    String astropy(String script, String file) throws IOException {
        Optional<String> python = Stream.of("python3", "/usr/bin/python3")
                .filter(this::hasAstropy)
                .findFirst();
        Assumptions.assumeTrue(python.isPresent(), "astropy is not installed (Debian package python3-astropy)");
        return printed(python.get(), "-W", "ignore", "-c", script, file);
    }

    private boolean hasAstropy(String python) {
        try {
            return printed(python, "-c", "import astropy; print('here')")
                    .strip()
                    .equals("here");
        } catch (IOException e) {
            return false;
        }
    }

    private String printed(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
