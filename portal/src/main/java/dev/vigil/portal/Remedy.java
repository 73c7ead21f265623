package dev.vigil.portal;

import java.util.Optional;

/** What a person can do, where something is known. */
final class Remedy {
    private Remedy() {}

    static Html of(Optional<String> remedy) {
        return remedy.filter(words -> !words.isBlank())
                .map(words -> Html.of("<p class=\"remedy\"><b>What to do:</b> {}</p>", words))
                .orElse(Html.NOTHING);
    }
}
