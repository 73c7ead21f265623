package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortClaimsTest {
    private static final int PORT = 9092;

    @TempDir
    Path folder;

    @Test
    void ofTwoThatStartTogetherOneGetsThePort() throws IOException {
        try (PortClaims first = new PortClaims(folder);
                PortClaims second = new PortClaims(folder)) {
            assertThat(first.take(PORT)).isTrue();
            assertThat(second.take(PORT)).isFalse();
            assertThat(second.take(PORT + 1)).isTrue();
        }
    }

    @Test
    void aPortIsFreeAgainWhenItsHolderEnds() throws IOException {
        try (PortClaims first = new PortClaims(folder)) {
            assertThat(first.take(PORT)).isTrue();
        }
        try (PortClaims second = new PortClaims(folder)) {
            assertThat(second.take(PORT)).isTrue();
        }
    }

    @Test
    void whereNoLockCanBeHadNobodyIsKeptFromAPort() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        try (PortClaims claims = new PortClaims(file)) {
            assertThat(claims.take(PORT)).isTrue();
        }
    }
}
