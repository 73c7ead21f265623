package dev.vigil.portal;

import dev.vigil.ledger.FrameQuality;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.schemas.events.FrameId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One night: how far it is, what is wrong, the pictures, and every frame. */
record NightView(NightKey key, NightBook book, FrameSource source, Clock clock) implements View {
    private static final Comparator<FrameStanding> BY_TIME = Comparator.comparing(
                    (FrameStanding frame) -> frame.start().or(frame::firstSeen).orElse(Instant.MAX))
            .thenComparing(frame -> frame.frame().value());

    @Override
    public String title() {
        return key.unit() + " " + key.night();
    }

    @Override
    public boolean isAbout(NightKey other) {
        return key.equals(other);
    }

    @Override
    public List<Fragment> fragments() {
        Optional<Night> night = book.night(key);
        Optional<NightFrames> read = source.night(key);
        NightFrames frames = read.orElse(NightFrames.NONE);
        List<Problem> problems = book.problems(key);
        if (night.isEmpty() && frames.frames().isEmpty() && problems.isEmpty()) {
            return List.of();
        }
        List<Fragment> fragments = new ArrayList<>();
        fragments.add(new Fragment("summary", "top", NightSummary.of(key, night)));
        fragments.add(new Fragment("problems", "top", Problems.section(night, problems)));
        fragments.add(new Fragment(
                "disagreements",
                "top",
                Disagreements.section(
                        book.disagreements(frames.frames().stream().map(FrameStanding::frame)))));
        fragments.add(new Fragment("queues", "top", UnitQueues.section(book.queues(key, clock.instant()))));
        fragments.add(new Fragment("counts", "top", NightSummary.details(night)));
        fragments.add(new Fragment("ledger", "top", note(read.isPresent(), frames)));
        fragments.add(new Fragment("quality", "top", quality(frames)));
        fragments.add(
                new Fragment("plots", "through", NightPlots.of(frames.measured().values(), frames.skies())));
        Map<FrameId, Hint> hints = Predecessors.hints(frames.measured().values());
        frames.frames().stream()
                .sorted(BY_TIME)
                .forEach(frame -> add(frame, frames, Optional.ofNullable(hints.get(frame.frame())), fragments));
        return fragments;
    }

    private static void add(FrameStanding frame, NightFrames frames, Optional<Hint> hint, List<Fragment> fragments) {
        FrameId id = frame.frame();
        Remarks remarks = new Remarks(
                Optional.ofNullable(frames.quality().get(id)),
                hint,
                Optional.ofNullable(frames.skies().get(id)));
        Optional.ofNullable(frames.pictures().get(id))
                .map(picture -> Frames.tile(
                        frame, picture, Optional.ofNullable(frames.measured().get(id)), remarks))
                .ifPresent(fragments::add);
        fragments.add(Frames.row(frame, remarks));
    }

    @Override
    public Html body(List<Fragment> fragments) {
        return Html.of(
                """
                <nav class="crumbs" aria-label="where you are"><a href="/">Nights</a>{}</nav>
                <div id="top">{}</div>
                <label class="filter"><input type="checkbox" id="only-not-good"> show only frames that are not good</label>
                <div id="through">{}</div>
                <h2 class="pictures">Pictures</h2>
                <ul id="tiles" class="tiles">{}</ul>
                <h2>Frames</h2>
                <table class="frames">
                <thead><tr><th scope="col">Frame</th><th scope="col">Type</th><th scope="col">Object</th><th scope="col">Filter</th>
                <th scope="col" class="number">Exposure</th><th scope="col">Start, UTC</th><th scope="col">Standing</th></tr></thead>
                <tbody id="rows">{}</tbody>
                </table>
                """,
                neighbours(),
                Fragment.in("top", fragments),
                Fragment.in("through", fragments),
                Fragment.in("tiles", fragments),
                Fragment.in("rows", fragments));
    }

    /** How many of those that could be checked are good. */
    private static Html quality(NightFrames frames) {
        Collection<FrameQuality> checked = frames.quality().values();
        String skies = SkyWords.counts(frames.skies().values());
        long good = checked.stream().filter(FrameQuality::good).count();
        return Html.of(
                "<p id=\"quality\" class=\"quality\">{}{}{}</p>\n",
                Html.of(
                                "{} of {} checked frames are good",
                                good == checked.size() ? "All" : String.valueOf(good),
                                checked.size())
                        .when(!checked.isEmpty()),
                Html.of(", <span class=\"badge failed\">{} not good</span>", checked.size() - good)
                        .when(good < checked.size()),
                Html.of(". The sky by the zero points: {}", skies).when(!skies.isEmpty()));
    }

    private static Html note(boolean reachable, NightFrames frames) {
        if (!reachable) {
            return new Html("""
                    <div id="ledger" class="advice" role="status">The ledger cannot be read now, so the frames below may be missing or old.
                    The counts and problems above are current. See whether PostgreSQL runs; nothing is lost meanwhile.</div>
                    """);
        }
        return frames.frames().isEmpty() ? new Html("""
                        <div id="ledger" class="advice">The ledger has no frame of this night yet. Frames are listed below within seconds of being
                        seen; if none comes, see whether the ingester runs.</div>
                        """) : new Html("<div id=\"ledger\"></div>\n");
    }

    /** The nights of the same unit before and after this one. */
    private Html neighbours() {
        List<NightKey> nights = book.nights().stream()
                .map(Night::key)
                .filter(other -> other.unit().equals(key.unit()) && other.date().isPresent())
                .toList();
        int here = nights.indexOf(key);
        return Html.join(
                here >= 0 && here + 1 < nights.size() ? link("‹", "before", nights.get(here + 1)) : Html.NOTHING,
                here > 0 ? link("›", "after", nights.get(here - 1)) : Html.NOTHING);
    }

    private static Html link(String arrow, String which, NightKey other) {
        return Html.of(
                " <a href=\"{}\" title=\"the night {} of {}\">{} {}</a>",
                Links.night(other),
                which,
                other.unit(),
                arrow,
                other.night());
    }
}
