package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SectionTest {

    @Property
    void aSectionIsReadAsItIsWritten(
            @ForAll @IntRange(min = 1, max = 9000) int x,
            @ForAll @IntRange(min = 1, max = 9000) int y,
            @ForAll @IntRange(max = 500) int width,
            @ForAll @IntRange(max = 500) int height) {
        Section section = new Section(x, x + width, y, y + height);
        assertThat(Section.parse(section.toString())).isEqualTo(section);
        assertThat(Section.parse("[%d:%d,%d:%d]".formatted(x + width, x, y + height, y)))
                .isEqualTo(section);
    }

    @Property
    void aStripAndWhatItLeavesShareNothingAndFillTheImage(
            @ForAll @IntRange(min = 1, max = 99) int strip, @ForAll @IntRange(max = 3) int edge) {
        Section taken = switch (edge) {
            case 0 -> new Section(1, strip, 1, 100);
            case 1 -> new Section(101 - strip, 100, 1, 100);
            case 2 -> new Section(1, 100, 1, strip);
            default -> new Section(1, 100, 101 - strip, 100);
        };
        Section rest = taken.remainderOf(100, 100).orElseThrow();
        assertThat(rest.overlaps(taken)).isFalse();
        assertThat(rest.width() * rest.height() + taken.width() * taken.height())
                .isEqualTo(10_000);
    }

    @Test
    void blanksDoNotMatter() {
        assertThat(Section.parse(" [ 1 : 10 , 2:20 ] ")).isEqualTo(new Section(1, 10, 2, 20));
    }
}
