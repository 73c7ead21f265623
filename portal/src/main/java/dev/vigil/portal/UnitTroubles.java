package dev.vigil.portal;

import java.util.List;

/** The units of which nothing comes: shown above all nights, because a night without news looks like a quiet one. */
final class UnitTroubles {
    private UnitTroubles() {}

    static Html section(List<UnitTrouble> units) {
        return Html.of(
                "<section id=\"units\">{}</section>\n",
                Html.join(units.stream().map(UnitTroubles::one).toList()));
    }

    private static Html one(UnitTrouble unit) {
        return Html.of(
                """
                <article class="problem failed"><p><span class="badge failed">{}</span> {}{}: {}</p></article>
                """,
                unit.word(),
                unit.unit(),
                Html.of(", last news {} UTC", Words.time(unit.since()))
                        .when(unit.since().isPresent()),
                unit.words());
    }
}
