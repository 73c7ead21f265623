package dev.vigil.portal;

import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.StoryLine;
import dev.vigil.portal.FrameSource.Answered;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.StoredFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A frame's story: where it stands, what the header says, what happened, and what was made of it. */
record FrameView(FrameId frame, FrameSource source) implements View {
    @Override
    public String title() {
        return frame.fileName();
    }

    @Override
    public boolean isAbout(NightKey key) {
        return key.unit().equals(frame.unit());
    }

    @Override
    public List<Fragment> fragments() {
        Answered<FrameStory> answered = source.story(frame);
        if (answered instanceof Answered.Known<FrameStory> known) {
            return List.of(new Fragment("story", "frame", story(known.value())));
        }
        if (answered instanceof Answered.Unreachable) {
            return List.of(new Fragment("story", "frame", new Html("""
                    <div id="story" class="advice" role="status">The ledger cannot be read now, so this frame's story cannot be told.
                    See whether PostgreSQL runs; nothing is lost meanwhile.</div>""")));
        }
        return List.of();
    }

    @Override
    public Html body(List<Fragment> fragments) {
        return Html.of("<div id=\"frame\">{}</div>\n", Fragment.in("frame", fragments));
    }

    private static Html story(FrameStory story) {
        FrameStanding frame = story.standing();
        return Html.of(
                """
                <article id="story"><nav class="crumbs" aria-label="where you are"><a href="/">Nights</a> <a href="{}">{} {}</a></nav>
                <h1 class="name">{}</h1>
                <p class="standing">{} {}</p>{}{}
                <div class="columns">{}{}</div>{}{}{}
                <h2>What happened</h2><ol class="story">{}</ol>
                <h2>Files</h2>{}{}</article>
                """,
                Links.night(night(frame)),
                frame.unit(),
                night(frame).night(),
                Frames.name(frame),
                Frames.badge(frame.standing()),
                frame.reason().orElse(""),
                remedy(frame),
                story.hint().map(FrameView::hint).orElse(Html.NOTHING),
                picture(story),
                facts(frame),
                story.measured().map(MeasuredFacts::of).orElse(Html.NOTHING),
                plot(story),
                QualityTable.of(story.checks()),
                Html.join(story.lines().stream().map(FrameView::line).toList()),
                files(story),
                sidecars(story));
    }

    private static NightKey night(FrameStanding frame) {
        return new NightKey(frame.unit(), frame.night().map(LocalDate::toString).orElse("unknown"));
    }

    private static Html hint(Hint hint) {
        return Html.of("<p class=\"hint\">{} {}</p>", Remarks.badge(hint), hint.words());
    }

    private static Html remedy(FrameStanding frame) {
        return frame.remedy()
                .filter(words -> !words.isBlank())
                .map(words -> Html.of("<p class=\"remedy\"><b>What to do:</b> {}</p>", words))
                .orElse(Html.NOTHING);
    }

    /** The largest picture of the newest revision, of the reduction that counts before others. */
    private static Html picture(FrameStory story) {
        Optional<MadeFile> best = ofKind(story, ProductKind.PREVIEW).or(() -> ofKind(story, ProductKind.THUMBNAIL));
        return best.map(MadeFile::file)
                .map(file -> Html.of(
                        "<a class=\"picture\" href=\"{}\"><img src=\"{}\" alt=\"picture of {}\"></a>",
                        Links.picture(file),
                        Links.picture(file),
                        Frames.name(story.standing())))
                .orElse(new Html("<p class=\"advice\">There is no picture of this frame.</p>"));
    }

    private static Html plot(FrameStory story) {
        return ofKind(story, ProductKind.PLOT)
                .map(made -> Html.of(
                        "<h2>Over the field</h2><p><img class=\"plot\" src=\"{}\" alt=\"background and width of stars over the detector\" loading=\"lazy\"></p>",
                        Links.picture(made.file())))
                .orElse(Html.NOTHING);
    }

    private static Optional<MadeFile> ofKind(FrameStory story, ProductKind kind) {
        return story.products().stream().filter(file -> file.kind() == kind).findFirst();
    }

    private static Html facts(FrameStanding frame) {
        return Html.of(
                """
                <dl class="facts"><dt>Frame</dt><dd><code>{}</code></dd>{}<dt>Type</dt><dd>{}</dd>{}{}{}{}<dt>Start, UTC</dt><dd>{}</dd>
                <dt>Revision</dt><dd>{}</dd>{}<dt>First seen</dt><dd>{}</dd><dt>Transferred</dt><dd>{}</dd><dt>Reduced</dt><dd>{}</dd><dt>Recorded</dt><dd>{}</dd></dl>
                """,
                frame.frame(),
                fact(
                        "Path",
                        Optional.of(frame.path())
                                .filter(path -> !path.equals(frame.frame().value()))),
                Words.of(frame.type()),
                fact("Object", frame.object()),
                fact("Filter", frame.filter()),
                fact("Exposure", frame.exposureTime().map(Words::seconds)),
                fact("Flags", Optional.of(Frames.flags(frame.flags())).filter(words -> !words.isEmpty())),
                Words.time(frame.start()),
                frame.revision(),
                fact("Size", frame.size().map(Words::size)),
                Words.time(frame.firstSeen()),
                Words.time(frame.transferredAt()),
                Words.time(frame.reducedAt()),
                Words.time(frame.recordedAt()));
    }

    private static Html fact(String name, Optional<String> value) {
        return value.map(text -> Html.of("<dt>{}</dt><dd>{}</dd>", name, text)).orElse(Html.NOTHING);
    }

    private static Html line(StoryLine line) {
        return Html.of(
                "<li>{} <b>{}</b> <span class=\"stage\">{}</span> <span class=\"words\">{}</span>{}{}</li>\n",
                Words.time(Optional.of(line.at())),
                line.what(),
                Words.of(line.stage()),
                line.words(),
                Html.of(" <span class=\"by\">by {}</span>", line.worker())
                        .when(!line.worker().isBlank()),
                Html.of(" <span class=\"by\">attempt {}</span>", line.attempt()).when(line.attempt() > 1));
    }

    private static Html files(FrameStory story) {
        Html rows = Html.join(
                Html.join(story.archived().stream().map(FrameView::archived).toList()),
                Html.join(story.products().stream().map(FrameView::made).toList()));
        if (rows.markup().isEmpty()) {
            return new Html("<p class=\"advice\">No file of this frame has been transferred yet.</p>");
        }
        return Html.of("""
                <div class="scroll"><table class="files"><thead><tr><th scope="col">What</th><th scope="col">Where</th>
                <th scope="col" class="number">Size</th><th scope="col">SHA-256</th></tr></thead><tbody>{}</tbody></table></div>
                """, rows);
    }

    private static Html sidecars(FrameStory story) {
        List<Html> rows = story.sidecars().stream()
                .filter(file -> !file.frame().equals(story.standing().frame()))
                .map(FrameView::sidecar)
                .toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : Html.of("<h2>Files that follow it</h2><ul class=\"sidecars\">{}</ul>\n", Html.join(rows));
    }

    private static Html sidecar(FrameStanding file) {
        return Html.of(
                "<li><a href=\"{}\">{}</a> {} {}</li>\n",
                Links.frame(file.frame().value()),
                Frames.name(file),
                file.size().map(Words::size).orElse(""),
                file.transferredAt().isPresent() ? "transferred" : Words.of(file.standing()));
    }

    private static Html archived(ArchivedFile file) {
        if (file.archived().area() == Area.ELSEWHERE) {
            return row(
                    "the copy that other software made, revision " + file.revision(),
                    Html.of("<code>{}</code>", file.archived().key()),
                    file.archived());
        }
        return row("as the telescope wrote it, revision " + file.revision(), file.frame(), file.archived());
    }

    private static Html made(MadeFile file) {
        String by = Words.of(file.kind()) + " of " + (file.made() == ReductionKind.FULL ? "reduction " : "quick look ")
                + file.reduction();
        return row(file.current() ? by + ", current" : by, file.frame(), file.file());
    }

    private static Html row(String what, FrameId frame, StoredFile file) {
        return row(
                what,
                Html.of("<a href=\"{}\" download><code>{}</code></a>", Links.file(frame, file), file.key()),
                file);
    }

    private static Html row(String what, Html where, StoredFile file) {
        return Html.of(
                "<tr><td>{}</td><td>{}</td><td class=\"number\">{}</td><td><code title=\"{}\">{}…</code></td></tr>\n",
                what,
                where,
                Words.size(file.size()),
                file.digest(),
                file.digest().value().substring(0, 12));
    }
}
