package dev.vigil.reduction.cosmicrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CosmicRaysTest {
    @Test
    void theSettingsAreASentence() {
        assertThat(CosmicRays.DEFAULT)
                .hasToString(
                        "Laplacian above 4.5 sigma and 5.0 times the fine structure, edges above 2.5 sigma, at most 4 rounds");
    }

    @Test
    void settingsThatFindNothingAreRefused() {
        assertThatThrownBy(() -> new CosmicRays(4.5, 5, 2.5, 0)).hasMessageContaining("No way to find cosmic rays");
        assertThatThrownBy(() -> new CosmicRays(Double.NaN, 5, 2.5, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
