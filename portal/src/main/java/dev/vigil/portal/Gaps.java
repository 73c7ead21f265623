package dev.vigil.portal;

import java.util.List;
import java.util.Optional;

/** The numbers that a camera has used and no file of the night has, with what a person can do. */
final class Gaps {
    private static final int SHOWN = 20;

    private Gaps() {}

    static Html of(Optional<Night> night) {
        return night.filter(each -> !each.gaps().isEmpty()).map(Gaps::article).orElse(Html.NOTHING);
    }

    private static Html article(Night night) {
        List<String> gaps = night.gaps();
        return Html.of(
                """
                <article class="problem missing"><p>{} The camera used, and no file of the night has, {}</p>{}
                <p class="remedy"><b>What to do:</b> look for the file where the camera writes, and put it into its folder; or write the number off:
                <code>vigil close '{}' --why TEXT</code></p></article>
                """,
                badge(night),
                Words.count(night.count("missing"), "number.", "numbers."),
                Which.list(gaps, SHOWN, gap -> Html.of("{}", gap)),
                night.key() + "/" + gaps.get(0));
    }

    /** How many are missing, where some are. */
    static Html badge(Night night) {
        return Html.of("<span class=\"badge missing\">{} missing</span> ", night.count("missing"))
                .when(night.count("missing") > 0);
    }
}
