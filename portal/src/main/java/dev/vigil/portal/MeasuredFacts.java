package dev.vigil.portal;

import dev.vigil.ledger.Measured;
import dev.vigil.ledger.Pointing;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.ReductionKind;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured on a frame, with its units. */
final class MeasuredFacts {
    private static final String BY_THE_HEADER = ", by the telescope's own header: ";
    private static final String NO_SITE =
            "site or time is not known, so nothing is told of moon and sun (`site` in the instrument profile)";
    private static final String NO_FIELD = "where it looked is not known";

    private MeasuredFacts() {}

    /** Nothing where nothing was measured. */
    static Html of(Measured measured, boolean isGainKnown) {
        Measurements values = measured.measurements();
        Html facts = Html.join(
                Stream.of(stars(values), sky(values, isGainKnown), others(values), pointing(measured.pointing()))
                        .flatMap(each -> each)
                        .toList());
        return Html.of(
                        "\n<h2>What was measured</h2>\n<p class=\"by\">by {} {}</p>\n<dl class=\"measured\">{}</dl>",
                        isFull(measured) ? "reduction" : "quick look",
                        measured.reduction(),
                        facts)
                .when(!facts.markup().isEmpty());
    }

    private static boolean isFull(Measured measured) {
        return measured.made() == ReductionKind.FULL;
    }

    private static Stream<Html> stars(Measurements values) {
        return Stream.of(
                Fact.of("Seeing", seeing(values)),
                Fact.of("Ellipticity", ellipticity(values)),
                Fact.of("Sources", values.sources().map(String::valueOf)));
    }

    /** Round stars have no direction. */
    private static Optional<String> ellipticity(Measurements values) {
        return values.ellipticity()
                .map(value -> Words.number(value)
                        + values.ellipticityAngle()
                                .map(angle -> ", drawn out at " + Words.number(angle) + "° from x towards y")
                                .orElse(""));
    }

    private static Optional<String> seeing(Measurements values) {
        String both = Stream.of(
                        values.seeingArcsec().map(value -> Words.number(value) + "″"),
                        values.seeing().map(value -> Words.number(value) + " pixels"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(both).filter(words -> !words.isEmpty());
    }

    /** Only a quick look does without a gain. */
    private static Stream<Html> sky(Measurements values, boolean isGainKnown) {
        String unit = isGainKnown ? " electrons" : " counts";
        return Stream.of(
                Fact.of("Sky of a pixel", values.sky().map(value -> Words.number(value) + unit)),
                Fact.of("Its noise", values.noise().map(value -> Words.number(value) + unit)),
                Fact.of("Level", values.level().map(value -> Words.number(value) + " counts")),
                Fact.of("Saturated", values.saturatedFraction().map(value -> Words.number(100 * value) + " %")));
    }

    private static Stream<Html> others(Measurements values) {
        return values.others().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Quantity::label)))
                .map(other -> Fact.of(
                        Quantity.label(other.getKey()),
                        Optional.of(Quantity.words(other.getKey(), other.getValue())
                                + (other.getKey().equals(Quantity.AIRMASS.key()) ? source(values) : ""))));
    }

    /** The moon's distance is told where site, time and field are known, and the sun's altitude without a field too. */
    private static String source(Measurements values) {
        if (Quantity.MOON_SEPARATION.in(values).isPresent()) {
            return "";
        }
        return BY_THE_HEADER + (Quantity.SUN_ALTITUDE.in(values).isPresent() ? NO_FIELD : NO_SITE);
    }

    private static Stream<Html> pointing(Pointing found) {
        return Stream.of(
                Fact.of(
                        "Pointing",
                        found.pointingEast()
                                .flatMap(east -> found.pointingNorth().map(north -> off(east, north)))),
                Fact.of("Place found by", found.placedBy()));
    }

    private static String off(double east, double north) {
        return "off by " + Words.number(Math.abs(east)) + (east < 0 ? "″ west, " : "″ east, ")
                + Words.number(Math.abs(north)) + (north < 0 ? "″ south" : "″ north");
    }
}
