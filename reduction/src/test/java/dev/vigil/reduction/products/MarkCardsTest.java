package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkCardsTest {
    @Test
    void whatWasMarkedStandsInTheHeader() {
        Marks frame = new Marks(Map.of(MaskBit.COSMIC_RAY, new Marks.Count(2, 3)));
        Header.Builder cards = Header.builder();
        MarkCards.add(cards, frame);
        assertThat(cards.build().integer("NCOSMIC")).hasValue(2);
        assertThat(cards.build().integer("COSMICPX")).hasValue(3);
        assertThat(MarkCards.read(cards.build())).isEqualTo(frame);
    }

    @Test
    void whereNothingWasLookedForNothingIsSaid() {
        Header.Builder cards = Header.builder();
        MarkCards.add(cards, Marks.NONE);
        assertThat(cards.build().has("NCOSMIC")).isFalse();
        assertThat(MarkCards.read(cards.build())).isEqualTo(Marks.NONE);
        assertThat(Marks.NONE.counts()).isEmpty();
    }
}
