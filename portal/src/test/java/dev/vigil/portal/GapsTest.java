package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static Optional<Night> night(String... gaps) throws IOException {
        String list = List.of(gaps).stream().map(gap -> '"' + gap + '"').collect(Collectors.joining(","));
        String text = "{\"missing\": %d, \"gaps\": [%s]}".formatted(gaps.length, list);
        return Optional.of(Night.read(new NightKey("T1", "2026-11-19"), text));
    }

    @Test
    void missingNumbersAreAProblemWithTheCommandThatWritesThemOff() throws Exception {
        assertThat(Problems.section(night("M31 r#5", "#120-125"), List.of()).toString())
                .contains("2 missing", "M31 r#5", "#120-125")
                .contains("vigil close 'T1/2026-11-19/M31 r#5' --why TEXT")
                .doesNotContain("No problems");
    }

    @Test
    void aNightWithoutGapsAndTroublesHasNoProblems() throws Exception {
        assertThat(Problems.section(night(), List.of()).toString()).contains("No problems");
        assertThat(Problems.section(Optional.empty(), List.of()).toString()).contains("No problems");
        assertThat(Gaps.badge(night().orElseThrow()).toString()).isEmpty();
    }

    @Test
    void ofVeryManyTheFirstAreShown() throws Exception {
        String[] many = IntStream.range(0, 50).mapToObj(i -> "#" + 3 * i).toArray(String[]::new);
        assertThat(Gaps.of(night(many)).toString()).contains("50 missing", "and 30 more", "#147");
    }
}
