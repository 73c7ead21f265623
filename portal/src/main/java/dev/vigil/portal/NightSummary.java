package dev.vigil.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of a night's page: its counts. */
final class NightSummary {
    private static final List<String> STAGES = List.of("seen", "announced", "transferred", "reduced", "recorded");

    /** The whole of a frame's way, and its parts in order. */
    private static final List<Map.Entry<String, String>> LEGS = List.of(
            Map.entry("seenToRecorded", "Seen to recorded"),
            Map.entry("seenToAnnounced", "Seen to complete"),
            Map.entry("announcedToTransferred", "Complete to transferred"),
            Map.entry("transferredToReduced", "Transferred to reduced"),
            Map.entry("transferredToIngested", "Transferred to ingested"));

    private NightSummary() {}

    static Html of(NightKey key, Optional<Night> night) {
        return night.map(NightSummary::of).orElseGet(() -> Html.of("""
                <section id="summary"><h1>{} <span class="unit">{}</span></h1>
                <p class="advice">The progress service has not counted this night yet.</p></section>
                """, key.night(), key.unit()));
    }

    private static Html of(Night night) {
        return Html.of(
                """
                <section id="summary"><h1>{} <span class="unit">{}</span>{}</h1>
                <ol class="stages">{}</ol>
                {}
                <p class="legend">{}{}</p></section>
                """,
                night.key().night(),
                night.key().unit(),
                IndexView.tick(night),
                Html.join(STAGES.stream().map(stage -> stage(night, stage)).toList()),
                Bar.of(night),
                legend(night),
                Gaps.badge(night));
    }

    /** The counts of each type, and the times; below what is wrong, for that cannot wait. */
    static Html details(Optional<Night> night) {
        return Html.of(
                "<div id=\"counts\" class=\"columns counts\">{}</div>\n",
                night.map(each -> Html.join(byType(each), times(each))).orElse(Html.NOTHING));
    }

    private static Html stage(Night night, String stage) {
        return Html.of("<li><b>{}</b> <span>{}</span></li>", night.count(stage), stage);
    }

    private static Html legend(Night night) {
        return Html.join(Bar.PLACES.stream()
                .filter(place -> night.count(place) > 0)
                .map(place ->
                        Html.of("<span class=\"badge {}\">{} {}</span> ", place, night.count(place), Words.of(place)))
                .toList());
    }

    private static Html byType(Night night) {
        return Html.of(
                """
                <div class="scroll"><table class="types"><thead><tr><th scope="col">Type</th><th scope="col" class="number">seen</th>{}</tr></thead>
                <tbody>{}</tbody></table></div>
                """,
                Html.join(shown(night).stream()
                        .map(place -> Html.of("<th scope=\"col\" class=\"number\">{}</th>", Words.of(place)))
                        .toList()),
                Html.join(
                        night.types().stream().map(type -> ofType(night, type)).toList()));
    }

    private static Html ofType(Night night, String type) {
        Html counts = Html.join(shown(night).stream()
                .map(place -> night.count(type, place))
                .map(count -> Html.of("<td class=\"number\">{}</td>", count == 0 ? "" : count))
                .toList());
        return Html.of(
                "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td>{}</tr>\n",
                type,
                night.count(type, "seen"),
                counts);
    }

    private static List<String> shown(Night night) {
        return Bar.PLACES.stream()
                .filter(place -> place.equals("recorded") || night.count(place) > 0)
                .toList();
    }

    private static Html times(Night night) {
        return Html.of(
                """
                <dl class="times"><dt>First seen</dt><dd>{}</dd><dt>Last seen</dt><dd>{}</dd><dt>Last transferred</dt><dd>{}</dd>
                <dt>Last reduced</dt><dd>{}</dd><dt>Last recorded</dt><dd>{}</dd>{}</dl>
                """,
                Words.time(night.time("firstSeen")),
                Words.time(night.time("lastSeen")),
                Words.time(night.time("lastTransferred")),
                Words.time(night.time("lastReduced")),
                Words.time(night.time("lastRecorded")),
                Html.join(LEGS.stream()
                        .filter(leg -> night.latency(leg.getKey(), "p50").isPresent())
                        .map(leg -> Html.of("<dt>{}</dt><dd>{}</dd>", leg.getValue(), latency(night, leg.getKey())))
                        .toList()));
    }

    private static Html latency(Night night, String leg) {
        return Html.of(
                "half in {}, 95 % in {}, 99 % in {}",
                Words.seconds(night.latency(leg, "p50")),
                Words.seconds(night.latency(leg, "p95")),
                Words.seconds(night.latency(leg, "p99")));
    }
}
