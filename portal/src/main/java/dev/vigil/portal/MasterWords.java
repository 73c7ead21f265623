package dev.vigil.portal;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.MasterStanding.Made;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts masters into words. */
final class MasterWords {
    private static final Set<String> SHARES = Set.of("badShare", "clippedFraction");
    private static final Set<String> IN_ITS_UNIT = Set.of("level", "scatter", "structure", "uncertainty");
    private static final Map<String, String> LABELS = Map.of(
            "badShare", "Bad pixels, share",
            "clippedFraction", "Readings clipped",
            "level", "Median of the pixels",
            "scatter", "From pixel to pixel",
            "structure", "From region to region",
            "uncertainty", "Uncertainty of a pixel");

    private MasterWords() {}

    /** Its kind and its version. */
    static String name(MasterStanding master) {
        return Words.of(master.kind()) + " " + master.master().value().replaceFirst(".*/v(?=\\d+$)", "version ");
    }

    /** What a statistic of a master is called. */
    static String label(String name) {
        return LABELS.getOrDefault(name, Words.capital(Words.ofName(name)));
    }

    /** A statistic with its unit. */
    static String quality(MasterKind kind, String name, double value) {
        if (SHARES.contains(name)) {
            return Words.number(100 * value) + " %";
        }
        return Words.number(value) + (IN_ITS_UNIT.contains(name) ? unit(kind) : "");
    }

    private static String unit(MasterKind kind) {
        return switch (kind) {
            case BIAS -> " ADU";
            case DARK -> " electrons/s";
            case FLAT -> "";
        };
    }

    /** What frames it is for. */
    static String fits(MasterStanding master) {
        return Stream.concat(master.filter().stream(), master.exposureTime().map(Words::seconds).stream())
                .collect(Collectors.joining(" · "));
    }

    /** How many of those that were offered went in. */
    static String frames(MasterStanding master) {
        if (master.standing() != Made.BUILT) {
            return "";
        }
        return master.inputsUsed() == master.inputs()
                ? String.valueOf(master.inputs())
                : master.inputsUsed() + " of " + master.inputs();
    }

    /** From the middle of its frames until now. */
    static String age(MasterStanding master, Instant now) {
        return master.middle()
                .map(middle -> Duration.between(middle, now))
                .map(age -> Words.age(age.isNegative() ? Duration.ZERO : age))
                .orElse("");
    }

    /** Masters with how far in time they are from what they calibrate; nothing where there are none. */
    static Html used(String heading, List<MasterUsed> masters) {
        return Html.of(
                        "\n<h2>{}</h2><ul class=\"which\">{}</ul>",
                        heading,
                        Html.join(masters.stream().map(MasterWords::used).toList()))
                .when(!masters.isEmpty());
    }

    private static Html used(MasterUsed used) {
        return Html.of(
                "<li><a href=\"{}\">{}</a>, {} away</li>",
                Links.master(used.master()),
                Words.of(used.kind()),
                Words.age(used.age()));
    }

    /** Why others that are farther away were used; nothing where the nearest were. */
    static Html passedBy(List<MasterStanding> masters) {
        return Html.join(masters.stream()
                .map(master -> Html.of(
                        "\n<p class=\"hint\">{} <a href=\"{}\">{}</a>{} is nearer or newer, but was passed by; {}</p>",
                        badges(master),
                        Links.master(master.master()),
                        name(master),
                        master.night().map(night -> " of " + night).orElse(""),
                        remarks(master)))
                .toList());
    }

    /** The masters that something went into; nothing where there are none. */
    static Html madeInto(List<MasterStanding> masters) {
        return Html.of(
                        "\n<h2>Went into</h2><ul class=\"which\">{}</ul>",
                        Html.join(masters.stream()
                                .map(master -> Html.of(
                                        "<li><a href=\"{}\">{}</a> {}</li>",
                                        Links.master(master.master()),
                                        name(master),
                                        badges(master)))
                                .toList()))
                .when(!masters.isEmpty());
    }

    static Html badges(MasterStanding master) {
        if (master.standing() != Made.BUILT) {
            String standing = Words.of(master.standing());
            return Html.of("<span class=\"badge {}\">{}</span>", standing, standing);
        }
        return master.good()
                .map(good -> good
                        ? new Html("<span class=\"badge recorded\">good</span>")
                        : new Html("<span class=\"badge failed\">not good</span>"))
                .orElse(new Html("<span class=\"badge excluded\">not checked</span>"));
    }

    /** Why it is not there, or what is odd about it. */
    static String remarks(MasterStanding master) {
        String failed = master.remarks().stream().map(Words::ofName).collect(Collectors.joining(", "));
        return master.reason().orElse(failed.isEmpty() ? "" : master.notPassed() + failed);
    }
}
