package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However large a file is, it never lies in memory. */
class MemoryTest {
    private static final long SIZE = 200_000_001;
    private static final long LONG = 120;

    @TempDir
    Path folder;

    @Test
    void aFileThatIsManyTimesTheHeapComesOverSeveralStreams() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        folder.resolve("archive").toString(),
                        Long.toString(SIZE))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        boolean isDone = process.waitFor(LONG, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        assertThat(isDone).as(said).isTrue();
        Path archived = folder.resolve("archive/a.fits");
        assertThat(Files.size(archived)).as(said).isEqualTo(SIZE);
        try (InputStream bytes = Files.newInputStream(archived)) {
            assertThat(said).contains(dev.vigil.archive.Sha256.of(bytes));
        }
    }
}
