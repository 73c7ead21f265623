package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Card;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.ephemeris.Circumstances;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CircumstanceCardsTest {
    private static final Header RAW = Header.builder()
            .put("MOONALT", -99.0, "of the telescope's own software")
            .put("AIRMASS", 1.4, "")
            .build();

    @Test
    void itStandsInTheHeaderInTheWordsOfLcoAndIsReadFromThere() {
        Circumstances told = new Circumstances(
                Optional.of("the header's site"),
                OptionalDouble.of(1.125),
                OptionalDouble.of(90.5),
                OptionalDouble.of(-12.25),
                OptionalDouble.of(0.75),
                OptionalDouble.of(-41.5));
        Header header = headed(told);
        assertThat(header.number("MOONALT")).isEqualTo(told.moonAltitude());
        assertThat(header.has("AIRMASS")).isTrue();
        assertThat(CircumstanceCards.read(header)).isEqualTo(told);
    }

    @Test
    void anAirmassOfTheTelescopesHeaderSaysSoAndThatASiteIsLacking() {
        Circumstances told = Circumstances.UNKNOWN.orAirmass(OptionalDouble.of(1.37));
        Header header = headed(told);
        assertThat(CircumstanceCards.read(header)).isEqualTo(told);
        assertThat(header.cards())
                .anySatisfy(card -> assertThat(card.comment()).isEqualTo("as the telescope's own header tells it"))
                .anySatisfy(card -> assertThat(card.comment()).isEqualTo("site or time not known: no moon, no sun"));
    }

    @Test
    void anAirmassOfTheHeaderSaysSoWhereTheSiteIsKnownAndTheFieldIsNot() {
        Circumstances told = new Circumstances(
                Optional.of("El Sauce"),
                OptionalDouble.of(1.37),
                OptionalDouble.empty(),
                OptionalDouble.of(-12.25),
                OptionalDouble.of(0.75),
                OptionalDouble.of(-41.5));
        Header header = headed(told);
        assertThat(CircumstanceCards.read(header)).isEqualTo(told);
        assertThat(header.cards())
                .filteredOn(card -> card.keyword().equals("AIRMASS"))
                .singleElement()
                .satisfies(card -> assertThat(card.comment()).isEqualTo("as the telescope's own header tells it"));
    }

    @Test
    void whatIsNotKnownOfTheSkyIsNotLeftFromTheRawHeader() {
        assertThat(headed(Circumstances.UNKNOWN).cards())
                .extracting(Card::keyword)
                .containsExactly("SKYSITE");
    }

    private static Header headed(Circumstances told) {
        Header.Builder cards = RAW.toBuilder();
        CircumstanceCards.add(cards, told);
        return cards.build();
    }

    @Test
    void whatTheTelescopesSoftwareSaidOfTheMoonIsNoMeasurement() {
        assertThat(CircumstanceCards.read(RAW)).isEqualTo(Circumstances.UNKNOWN);
    }
}
