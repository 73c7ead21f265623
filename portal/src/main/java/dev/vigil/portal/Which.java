package dev.vigil.portal;

import java.util.List;
import java.util.function.Function;

/** Lists what something is about: the first in sight, the rest behind a fold. */
final class Which {
    private Which() {}

    static <T> Html list(List<T> all, int shown, Function<T, Html> words) {
        if (all.size() <= shown) {
            return items(all, words);
        }
        return Html.of(
                "{}<details><summary>and {} more</summary>{}</details>",
                items(all.subList(0, shown), words),
                all.size() - shown,
                items(all.subList(shown, all.size()), words));
    }

    private static <T> Html items(List<T> some, Function<T, Html> words) {
        return Html.of(
                "<ul class=\"which\">{}</ul>",
                Html.join(some.stream()
                        .map(each -> Html.of("<li>{}</li>", words.apply(each)))
                        .toList()));
    }
}
