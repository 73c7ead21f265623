package dev.vigil.reduction.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SectionTest {
    @Test
    void fitsCountsFromOneAndNamesTheLastPixel() {
        assertThat(Section.parse("[3:10,1:4]")).isEqualTo(new Section(2, 0, 8, 4));
    }

    @Test
    void aSectionIsPrintedAsItIsRead() {
        assertThat(Section.parse(" [3:10 , 1:4]").toString()).isEqualTo("[3:10,1:4]");
    }

    @Test
    void aSectionWrittenBackwardsCoversTheSamePixels() {
        assertThat(Section.parse("[10:3,4:1]")).isEqualTo(Section.parse("[3:10,1:4]"));
    }

    @Test
    void wordsAndPixelZeroAreNoSections() {
        assertThatThrownBy(() -> Section.parse("everything")).hasMessageContaining("everything");
        assertThatThrownBy(() -> Section.parse("[0:3,1:4]")).isInstanceOf(IllegalArgumentException.class);
    }
}
