package dev.vigil.portal;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.schemas.events.MasterId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All masters: those that are not built first, then the newest. */
record MastersView(MasterSource source, Clock clock) implements View {
    private static final int SHOWN = 1000;
    private static final String ROWS = "masters";
    private static final String NOTE = "note";

    @Override
    public String title() {
        return "Masters";
    }

    /** Frames alone change nothing here. */
    @Override
    public boolean isAbout(NightKey key) {
        return false;
    }

    @Override
    public boolean isAbout(MasterId master) {
        return true;
    }

    @Override
    public List<Fragment> fragments() {
        Optional<List<MasterStanding>> read = source.newest(SHOWN);
        List<Fragment> fragments = new ArrayList<>();
        fragments.add(new Fragment("advice", NOTE, advice(read)));
        read.orElse(List.of()).forEach(master -> fragments.add(row(master)));
        return fragments;
    }

    @Override
    public Html body(List<Fragment> fragments) {
        return Html.of("""
                <h1>Masters</h1>
                <div id="note">{}</div>
                <table class="masters frames">
                <thead><tr><th scope="col">Master</th><th scope="col">Unit</th><th scope="col">Night</th><th scope="col">For</th>
                <th scope="col" class="number">Frames used</th><th scope="col" class="number">Age</th><th scope="col">Standing</th></tr></thead>
                <tbody id="masters">{}</tbody>
                </table>
                """, Fragment.in(NOTE, fragments), Fragment.in(ROWS, fragments));
    }

    private static Html advice(Optional<List<MasterStanding>> read) {
        if (read.isEmpty()) {
            return new Html("""
                    <div id="advice" class="advice" role="status">The ledger cannot be read now, so no master is listed.
                    See whether PostgreSQL runs; nothing is lost meanwhile.</div>""");
        }
        return read.get().isEmpty() ? new Html("""
                        <div id="advice" class="advice"><p>No master was built yet.</p>
                        <p>Bias, dark and flat frames of one configuration and night become one as soon as they are all transferred
                        and enough of them are there.</p></div>""") : new Html("<div id=\"advice\"></div>");
    }

    private Fragment row(MasterStanding master) {
        String id = Fragment.id("master", master.master().value());
        return new Fragment(
                id,
                ROWS,
                Html.of(
                        """
                <tr id="{}"><th scope="row"><a href="{}">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td class="number" data-label="frames">{}</td>
                <td class="number" data-label="old">{}</td><td>{} <span class="reason">{}</span></td></tr>
                """,
                        id,
                        Links.master(master.master()),
                        MasterWords.name(master),
                        master.unit(),
                        night(master),
                        MasterWords.fits(master),
                        MasterWords.frames(master),
                        MasterWords.age(master, clock.instant()),
                        MasterWords.badges(master),
                        MasterWords.remarks(master)));
    }

    private static Html night(MasterStanding master) {
        return master.night()
                .map(night -> new NightKey(master.unit(), night.toString()))
                .map(key -> Html.of("<a href=\"{}\">{}</a>", Links.night(key), key.night()))
                .orElse(Html.NOTHING);
    }
}
