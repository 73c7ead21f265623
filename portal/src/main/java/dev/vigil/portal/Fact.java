package dev.vigil.portal;

import java.util.Optional;

/** A line of a list of facts; nothing where nothing is known. */
final class Fact {
    private Fact() {}

    static Html of(String name, Optional<String> value) {
        return value.map(text -> Html.of("<dt>{}</dt><dd>{}</dd>", name, text)).orElse(Html.NOTHING);
    }
}
