package dev.vigil.portal;

import dev.vigil.ledger.SkyClass;
import dev.vigil.ledger.SkyQuality;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How clear the sky was, in words. */
final class SkyWords {
    private SkyWords() {}

    static String share(SkyQuality sky) {
        return Math.round(100 * sky.transparency()) + " %";
    }

    /** Of one frame. */
    static Html sentence(SkyQuality sky) {
        return Html.of(
                "\n<p class=\"sky\">The sky was <b>{}</b>: its transparency was {} of the best {} within thirty nights, whose zero point is {}.{}</p>",
                sky.skyClass().words(),
                share(sky),
                sky.filter().isEmpty() ? "without a filter" : "in " + sky.filter(),
                String.format(Locale.ROOT, "%.2f", sky.best()),
                sky.surveyLabel()
                        .map(label -> Html.of(" The survey itself calls it {}.", label))
                        .orElse(Html.NOTHING));
    }

    /** How many frames of a night had which sky, the best first; nothing where none has a zero point. */
    static String counts(Collection<SkyQuality> skies) {
        List<SkyClass> classes = skies.stream().map(SkyQuality::skyClass).toList();
        return Arrays.stream(SkyClass.values())
                .filter(classes::contains)
                .map(each -> classes.stream().filter(each::equals).count() + " " + each.words())
                .collect(Collectors.joining(", "));
    }

    /** Below what is clear, a frame says so at a glance. */
    static Html badge(SkyQuality sky) {
        return Html.of(
                        "<span class=\"badge hint\" title=\"transparency {}\">{}</span> ",
                        share(sky),
                        sky.skyClass().words())
                .when(sky.skyClass().compareTo(SkyClass.CLEAR) > 0);
    }
}
