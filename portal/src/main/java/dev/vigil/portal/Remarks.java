package dev.vigil.portal;

import dev.vigil.ledger.FrameQuality;
import dev.vigil.ledger.SkyQuality;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person should know of a frame at a glance.
 *
 * @param quality whether it is good, if anything was checked
 * @param hint how it differs from the frames before it, if it does
 * @param sky how clear the sky was, if it has a zero point
 */
record Remarks(Optional<FrameQuality> quality, Optional<Hint> hint, Optional<SkyQuality> sky) {
    /** The page hides those without this mark when only what is not good is wanted. */
    String mark() {
        return isNotGood() ? " not-good" : "";
    }

    private boolean isNotGood() {
        return quality.filter(each -> !each.good()).isPresent();
    }

    Html badges() {
        return Html.join(
                notGood(),
                hint.map(Remarks::badge).orElse(Html.NOTHING),
                sky.map(SkyWords::badge).orElse(Html.NOTHING));
    }

    private Html notGood() {
        return quality.map(each -> Html.of(
                        "<span class=\"badge failed\" title=\"{}\">not good</span> ",
                        each.errors().stream().map(Words::ofName).collect(Collectors.joining(", "))))
                .orElse(Html.NOTHING)
                .when(isNotGood());
    }

    static Html badge(Hint hint) {
        return Html.of("<span class=\"badge hint\" title=\"{}\">{}?</span> ", hint.words(), hint.word());
    }
}
