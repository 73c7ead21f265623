package dev.vigil.portal;

import java.util.List;

/** What the auditor found and what is still so: shown above all nights, because something was lost or damaged. */
final class Disagreements {
    private static final int SHOWN = 20;

    private Disagreements() {}

    static Html section(List<Disagreement> found) {
        if (found.isEmpty()) {
            return new Html("<section id=\"disagreements\"></section>\n");
        }
        Html more = Html.of("<p>and {} more: <code>vigil verify</code> lists them all</p>", found.size() - SHOWN)
                .when(found.size() > SHOWN);
        return Html.of(
                "<section id=\"disagreements\"><h2>{}</h2>{}{}</section>\n",
                "Disk, topics, ledger and archive do not agree on " + Words.count(found.size(), "file", "files"),
                notes(found),
                more);
    }

    /** The first of them, without a heading. */
    static Html notes(List<Disagreement> found) {
        return Html.join(found.stream().limit(SHOWN).map(Disagreements::one).toList());
    }

    private static Html one(Disagreement found) {
        return Html.of("""
                <article class="problem failed"><p><span class="badge failed">{}</span> {}: {}</p>
                <p class="remedy"><b>What to do:</b> {}</p></article>
                """, found.kind(), found.name(), found.words(), found.remedy());
    }
}
