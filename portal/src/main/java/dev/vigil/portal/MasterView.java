package dev.vigil.portal;

import dev.vigil.imaging.pictures.Stretch;
import dev.vigil.ledger.MasterStanding;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.StoredFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A master: what it is for, how good it is, what it was made of. */
record MasterView(MasterId master, MasterSource source, Clock clock) implements View {
    private static final int SHOWN = 50;

    @Override
    public String title() {
        return master.value();
    }

    /** Frames alone change nothing here. */
    @Override
    public boolean isAbout(NightKey key) {
        return false;
    }

    @Override
    public boolean isAbout(MasterId other) {
        return master.equals(other);
    }

    @Override
    public List<Fragment> fragments() {
        return StoryPart.of(source.story(master), "nothing can be told of this master", this::story);
    }

    @Override
    public Html body(List<Fragment> fragments) {
        return StoryPart.body(fragments);
    }

    private Html story(MasterStory story) {
        MasterStanding master = story.standing();
        return Html.of(
                """
                <article id="story"><nav class="crumbs" aria-label="where you are"><a href="/masters">Masters</a></nav>
                <h1 class="name">{} <span class="unit">{}</span></h1>
                <p class="standing">{} {}</p>{}
                <div class="columns">{}{}</div>{}
                <h2>Made of</h2>{}{}{}</article>
                """,
                MasterWords.name(master),
                master.unit(),
                MasterWords.badges(master),
                master.reason().orElse(""),
                Remedy.of(master.remedy()),
                picture(story),
                facts(master),
                QualityTable.ofMaster(story.checks()),
                inputs(story),
                MasterWords.used("These were calibrated by", story.masters()),
                files(story));
    }

    private static Html picture(MasterStory story) {
        return story.products().stream()
                .findFirst()
                .map(product ->
                        picture(product.file(), story.standing().master().value()))
                .orElse(new Html("<p class=\"advice\">There is no picture of this master.</p>"));
    }

    private static Html picture(StoredFile file, String owner) {
        String link = Links.drawn(file, owner, Stretch.ASINH, false);
        return Html.of(
                "<div><a class=\"picture\" href=\"{}\"><img src=\"{}\" alt=\"picture of the master\"></a>{}</div>",
                link,
                link,
                PictureLinks.of(file, owner));
    }

    private Html facts(MasterStanding master) {
        return Html.of(
                """
                <dl class="facts"><dt>Master</dt><dd><code>{}</code></dd>{}{}{}{}{}<dt>{}</dt><dd>{}</dd>{}</dl>
                """,
                master.master(),
                night(master),
                Fact.of("Filter", master.filter()),
                Fact.of("Exposure", master.exposureTime().map(Words::seconds)),
                Fact.of(
                        "Age",
                        Optional.of(MasterWords.age(master, clock.instant())).filter(age -> !age.isEmpty())),
                Fact.of("Frames used", Optional.of(MasterWords.frames(master)).filter(words -> !words.isEmpty())),
                master.standing() == MasterStanding.Made.BUILT ? "Built" : "Since",
                Words.time(Optional.of(master.at())),
                Html.join(master.quality().entrySet().stream()
                        .filter(each -> !each.getKey().equals("frames"))
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Fact.of(
                                MasterWords.label(each.getKey()),
                                Optional.of(MasterWords.quality(master.kind(), each.getKey(), each.getValue()))))
                        .toList()));
    }

    private static Html night(MasterStanding master) {
        return master.night()
                .map(night -> new NightKey(master.unit(), night.toString()))
                .map(key -> Html.of("<dt>Night</dt><dd><a href=\"{}\">{}</a></dd>", Links.night(key), key.night()))
                .orElse(Html.NOTHING);
    }

    private static Html inputs(MasterStory story) {
        if (story.inputs().isEmpty()) {
            return new Html("<p class=\"advice\">It is not made yet.</p>");
        }
        return Which.list(story.inputs(), SHOWN, MasterView::input);
    }

    private static Html input(MasterInput input) {
        return Html.of(
                "<a href=\"{}\">{}</a>{}",
                Links.frame(input.frame().value()),
                Words.breaking(input.frame().fileName()),
                new Html(" <span class=\"badge waiting\">left out</span>").when(!input.used()));
    }

    private static Html files(MasterStory story) {
        return FileTable.of(story.products().stream()
                        .map(product -> file(story.standing().master(), product))
                        .toList())
                .map(table -> Html.of("<h2>Files</h2>{}", table))
                .orElse(Html.NOTHING);
    }

    private static Html file(MasterId master, Product product) {
        return FileTable.row(Words.of(product.kind()), master.value(), product.file());
    }
}
