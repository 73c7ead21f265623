package dev.vigil.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** All nights, the newest first. */
record IndexView(NightBook book, BooleanSupplier caughtUp, Clock clock) implements View {
    private static final String ROWS = "nights";
    private static final String NOTE = "note";

    @Override
    public String title() {
        return "Nights";
    }

    @Override
    public boolean isAbout(NightKey key) {
        return true;
    }

    @Override
    public List<Fragment> fragments() {
        List<Fragment> fragments = new ArrayList<>();
        fragments.add(new Fragment("advice", NOTE, advice()));
        fragments.add(new Fragment("units", NOTE, UnitTroubles.section(book.units())));
        fragments.add(new Fragment("queues", NOTE, UnitQueues.section(book.queues(clock.instant()))));
        fragments.add(new Fragment("disagreements", NOTE, Disagreements.section(book.disagreements())));
        book.nights().forEach(night -> fragments.add(row(night)));
        return fragments;
    }

    @Override
    public Html body(List<Fragment> fragments) {
        return Html.of("""
                <h1>Nights</h1>
                <div id="note">{}</div>
                <table class="nights">
                <thead><tr><th scope="col">Night</th><th scope="col">Unit</th><th scope="col" class="wide">Where the frames are</th>
                <th scope="col" class="number">Seen</th><th scope="col" class="number">Transferred</th><th scope="col" class="number">Reduced</th>
                <th scope="col" class="number">Recorded</th><th scope="col">Not recorded</th><th scope="col">Last news, UTC</th></tr></thead>
                <tbody id="nights">{}</tbody>
                </table>
                """, Fragment.in(NOTE, fragments), Fragment.in(ROWS, fragments));
    }

    private Html advice() {
        if (!book.nights().isEmpty()) {
            return new Html("<div id=\"advice\"></div>");
        }
        return caughtUp.getAsBoolean() ? new Html("""
                        <div id="advice" class="advice"><p>No frame was seen yet.</p>
                        <p>Put a FITS file into <code>incoming/&lt;unit&gt;/&lt;night&gt;/</code>, or run <code>vigil simulate</code>.
                        It shows up here by itself. If it does not, see whether the producer runs and watches that folder.</p></div>""") : new Html("""
                        <div id="advice" class="advice"><p>The nights are being read. They show up here in a moment.</p></div>""");
    }

    private static Fragment row(Night night) {
        String id = Fragment.id("night", night.key().toString());
        return new Fragment(
                id,
                ROWS,
                Html.of(
                        """
                <tr id="{}"><th scope="row"><a href="{}">{}</a>{}</th><td class="unit">{}</td><td class="wide">{}</td>
                <td class="number" data-label="seen">{}</td><td class="number" data-label="transferred">{}</td>
                <td class="number" data-label="reduced">{}</td><td class="number" data-label="recorded">{}</td>
                <td class="troubles">{}</td><td class="when">{}</td></tr>
                """,
                        id,
                        Links.night(night.key()),
                        night.key().night(),
                        tick(night),
                        night.key().unit(),
                        Bar.of(night),
                        night.count("seen"),
                        night.count("transferred"),
                        night.count("reduced"),
                        night.count("recorded"),
                        Html.join(List.of(troubles(night), Gaps.badge(night))),
                        Words.time(lastNews(night))));
    }

    static Html tick(Night night) {
        return new Html(
                        " <span class=\"tick\" title=\"complete: nothing is on the way\">✓<span class=\"unseen\"> complete</span></span>")
                .when(night.isComplete());
    }

    static Html troubles(Night night) {
        return Html.join(Stream.of("failed", "stalled", "waiting", "onTheWay")
                .filter(place -> night.count(place) > 0)
                .map(place ->
                        Html.of("<span class=\"badge {}\">{} {}</span> ", place, night.count(place), Words.of(place)))
                .toList());
    }

    private static Optional<Instant> lastNews(Night night) {
        return Stream.of("lastSeen", "lastTransferred", "lastReduced", "lastRecorded")
                .flatMap(name -> night.time(name).stream())
                .max(Instant::compareTo);
    }
}
