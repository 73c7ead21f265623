package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.ephemeris.Circumstances;
import java.util.Optional;
import java.util.OptionalDouble;

/** Airmass, moon and sun as cards: LCO's words where it has some. */
final class CircumstanceCards {
    private static final String SITE = "SKYSITE";
    /** A card without a value would be allowed, and readers warn of it. */
    private static final String NO_SITE = "unknown";

    private static final String AIRMASS = "AIRMASS";
    private static final String SEPARATION = "MOONDIST";
    private static final String ALTITUDE = "MOONALT";
    private static final String LIT = "MOONFRAC";
    private static final String SUN = "SUNALT";

    private CircumstanceCards() {}

    /** What the telescope's own software said of the same is replaced, or taken out where nothing is known. */
    static void add(Header.Builder cards, Circumstances found) {
        found.site()
                .ifPresentOrElse(
                        name -> cards.put(SITE, name, "for which airmass, moon and sun are told"),
                        () -> cards.put(SITE, NO_SITE, "site or time not known: no moon, no sun"));
        replace(
                cards,
                AIRMASS,
                found.airmass(),
                found.isOfField() ? "in the middle of the exposure" : "as the telescope's own header tells it");
        replace(cards, SEPARATION, found.moonSeparation(), "[deg] from the middle of the field to the moon");
        replace(cards, ALTITUDE, found.moonAltitude(), "[deg] of the moon above the horizon");
        replace(cards, LIT, found.moonIllumination(), "lit share of the moon's disk");
        replace(cards, SUN, found.sunAltitude(), "[deg] of the sun above the horizon");
    }

    private static void replace(Header.Builder cards, String keyword, OptionalDouble value, String comment) {
        if (value.isPresent()) {
            cards.put(keyword, value.getAsDouble(), comment);
        } else {
            cards.remove(keyword);
        }
    }

    /** Only where they were told by the reduction: raw headers may have such cards of their own. */
    static Circumstances read(Header cards) {
        return cards.text(SITE)
                .map(site -> site.equals(NO_SITE)
                        ? Circumstances.UNKNOWN.orAirmass(cards.number(AIRMASS))
                        : read(site, cards))
                .orElse(Circumstances.UNKNOWN);
    }

    private static Circumstances read(String site, Header cards) {
        return new Circumstances(
                Optional.of(site),
                cards.number(AIRMASS),
                cards.number(SEPARATION),
                cards.number(ALTITUDE),
                cards.number(LIT),
                cards.number(SUN));
    }
}
