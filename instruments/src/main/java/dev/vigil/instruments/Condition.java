package dev.vigil.instruments;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Whether a card is, or is not, one of some values. A header without the card fulfils no condition. */
record Condition(String keyword, List<Pattern> values, boolean wanted) {
    Condition {
        Objects.requireNonNull(keyword, "keyword");
        values = List.copyOf(values);
    }

    boolean holds(HeaderFacts facts) {
        return facts.card(keyword)
                .filter(text -> wanted
                        == values.stream().anyMatch(value -> value.matcher(text).matches()))
                .isPresent();
    }
}
