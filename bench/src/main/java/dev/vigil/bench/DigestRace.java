package dev.vigil.bench;

import dev.vigil.imaging.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** SHA-256 of a file that is in the page cache. */
final class DigestRace {
    private static final int TIMES = 8;

    private DigestRace() {}

    /** Of a file eight times as large as the frame. */
    static Race over(Path frame) throws IOException {
        Path large = frame.resolveSibling("large.bin");
        try (OutputStream out = Files.newOutputStream(large)) {
            for (int i = 0; i < TIMES; i++) {
                Files.copy(frame, out);
            }
        }
        return new Race(
                "SHA-256 of %d MB".formatted(Files.size(large) / 1_000_000),
                Optional.empty(),
                Contestant.here(() -> Digests.sha256(large)),
                Contestant.program("sha256sum", large.toString()),
                Optional.empty());
    }
}
