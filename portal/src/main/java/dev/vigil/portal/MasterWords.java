package dev.vigil.portal;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.MasterStanding.Made;
import dev.vigil.schemas.events.MasterUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts masters into words. */
final class MasterWords {
    private static final double SECONDS_OF_A_DAY = 86_400;

    private MasterWords() {}

    /** Its kind and its version. */
    static String name(MasterStanding master) {
        return Words.of(master.kind()) + " " + master.master().value().replaceFirst(".*/v(?=\\d+$)", "version ");
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
                .map(age -> days(age.isNegative() ? Duration.ZERO : age))
                .orElse("");
    }

    static String days(Duration age) {
        return Words.number(age.toSeconds() / SECONDS_OF_A_DAY) + " d";
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
                days(used.age()));
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
        return Stream.concat(master.reason().stream(), master.remarks().stream().map(Words::ofName))
                .collect(Collectors.joining(", "));
    }
}
