package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path own;

    @Test
    void aProfileSaysHowLongFilesOfEachTypeAreKept() throws Exception {
        Files.writeString(own.resolve("mine.yaml"), """
                extends: generic
                units: [MINE]
                retention: {science: 60 d, others: 7 d}
                """);
        Profile mine = Profiles.bundledAnd(own).profileFor("MINE");
        assertThat(mine.kept(Optional.of(FrameType.SCIENCE))).contains(Duration.ofDays(60));
        assertThat(mine.kept(Optional.of(FrameType.BIAS))).contains(Duration.ofDays(7));
        assertThat(mine.kept(Optional.empty())).contains(Duration.ofDays(7));
    }

    @Test
    void whereAProfileSaysNothingTheSettingsAlonePermit() {
        assertThat(Profiles.bundled().profileFor("HSC").kept(Optional.of(FrameType.SCIENCE)))
                .isEmpty();
    }
}
