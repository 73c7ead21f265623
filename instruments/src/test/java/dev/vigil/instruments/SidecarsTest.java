package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarsTest {
    @TempDir
    Path folder;

    @Test
    void aSidecarsNameTellsTheFrameThatItFollows() {
        Profile latiss = Profiles.bundled().profileFor("LATISS");
        assertThat(latiss.frameOfSidecar("AT_O_20200501_000123_photodiode.ecsv"))
                .contains("AT_O_20200501_000123");
        assertThat(latiss.frameOfSidecar("AT_O_20200501_000123.fits")).isEmpty();
        assertThat(latiss.frameOfSidecar("weather.txt")).isEmpty();
    }

    @Test
    void aPatternThatDoesNotTellTheFrameIsAMistake() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "profile: bad\nextends: generic\nsidecars: ['.*\\.txt']\n");
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes).hasMessageContaining("bad.yaml.sidecars: does not tell the frame: put (?<frame>...)");
    }

    @Test
    void atATrialTheyAreToldFromOtherFiles() {
        Trial trial = new Trial(Profiles.bundled().profileFor("LATISS"), Frames.NOW);
        trial.beside("LATISS", "2026-11-19/AT_O_20261119_000001_photodiode.txt");
        trial.beside("LATISS", "2026-11-19/AT_O_20261119_000002_photodiode.txt");
        trial.beside("LATISS", "2026-11-19/weather.txt");
        assertThat(trial.findings().sidecars())
                .singleElement()
                .satisfies(group -> assertThat(group.files()).isEqualTo(2));
        assertThat(trial.findings().others()).extracting(Trial.Group::what).containsExactly("weather.txt");
        assertThat(trial.findings().isGood()).isTrue();
    }
}
