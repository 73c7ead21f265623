package dev.vigil.portal;

import java.util.List;
import java.util.Optional;

/** The numbers that a camera has used and no file of the night has, with what a person can do. */
final class Gaps {
    private static final int SHOWN = 20;

    private Gaps() {}

    static Html of(Optional<Night> night) {
        return night.filter(each -> !each.gaps().isEmpty()).map(Gaps::article).orElse(new Html(""));
    }

    private static Html article(Night night) {
        List<String> gaps = night.gaps();
        return Html.of(
                """
                <article class="problem missing"><p>{} No file of the night has, between others that came, {}</p>{}
                <p class="remedy"><b>What to do:</b> look for the file where the camera writes, and put it into its folder; or write the number off:
                <code>vigil close '{}' --why TEXT</code></p></article>
                """,
                badge(night),
                Words.count(night.count("missing"), "number.", "numbers."),
                list(gaps),
                night.key() + "/" + gaps.get(0));
    }

    /** How many are missing, where some are. */
    static Html badge(Night night) {
        return Html.of("<span class=\"badge missing\">{} missing</span> ", night.count("missing"))
                .when(night.count("missing") > 0);
    }

    private static Html list(List<String> gaps) {
        Html first = items(gaps.subList(0, Math.min(SHOWN, gaps.size())));
        return gaps.size() <= SHOWN
                ? Html.of("<ul class=\"which\">{}</ul>", first)
                : Html.of(
                        "<ul class=\"which\">{}</ul><details><summary>and {} more</summary><ul class=\"which\">{}</ul></details>",
                        first,
                        gaps.size() - SHOWN,
                        items(gaps.subList(SHOWN, gaps.size())));
    }

    private static Html items(List<String> gaps) {
        return Html.join(gaps.stream().map(gap -> Html.of("<li>{}</li>", gap)).toList());
    }
}
