package dev.vigil.portal;

import dev.vigil.common.files.FrameNames;
import dev.vigil.imaging.pictures.Stretch;
import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.StoryLine;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.StoredFile;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A frame's story: where it stands, what the header says, what happened, and what was made of it. */
record FrameView(FrameId frame, FrameSource source, NightBook book) implements View {
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
        return StoryPart.of(source.story(frame), "this frame's story cannot be told", this::story);
    }

    @Override
    public Html body(List<Fragment> fragments) {
        return StoryPart.body(fragments);
    }

    private Html story(FrameStory story) {
        FrameStanding frame = story.standing();
        return Html.of(
                """
                <article id="story"><nav class="crumbs" aria-label="where you are"><a href="/">Nights</a> <a href="{}">{} {}</a></nav>
                <h1 class="name">{}</h1>
                <p class="standing">{} {}</p>{}{}{}{}
                <div class="columns">{}{}</div>{}{}{}{}{}{}{}
                <h2>What happened</h2><ol class="story">{}</ol>
                <h2>Files</h2>{}{}</article>
                """,
                Links.night(night(frame)),
                frame.unit(),
                night(frame).night(),
                Words.breaking(Frames.name(frame)),
                Frames.badge(frame.standing()),
                Frames.reason(frame),
                Remedy.of(frame),
                Disagreements.notes(
                        book.disagreements(Stream.of(story.standing().frame()))),
                earlier(
                        frame.revision(),
                        frame.transferredAt().isPresent(),
                        story.archived().stream().map(ArchivedFile::revision).toList()),
                story.hint().map(FrameView::hint).orElse(Html.NOTHING),
                picture(story),
                facts(frame, story.copies()),
                story.measured()
                        .map(measured -> MeasuredFacts.of(measured, isGainKnown(frame)))
                        .orElse(Html.NOTHING),
                story.sky().map(SkyWords::sentence).orElse(Html.NOTHING),
                plots(story),
                QualityTable.of(story.checks()),
                MasterWords.used("Calibrated by", story.masters()),
                MasterWords.passedBy(story.passedBy()),
                MasterWords.madeInto(story.madeInto()),
                Html.join(story.lines().stream()
                        .map(line -> line(frame.frame(), line))
                        .toList()),
                files(story),
                sidecars(story));
    }

    /** What became of the newest revision says nothing of the one before it. */
    static Html earlier(int revision, boolean isArchived, List<Integer> archived) {
        return archived.stream()
                .filter(other -> other < revision && !isArchived)
                .findFirst()
                .map(other -> Html.of(
                        "<p class=\"hint\">This is revision {}, of which nothing is in the archive. Revision {} is, as it was.</p>",
                        revision,
                        other))
                .orElse(Html.NOTHING);
    }

    private static boolean isGainKnown(FrameStanding frame) {
        return !frame.flags().contains("GAIN_UNKNOWN");
    }

    private static NightKey night(FrameStanding frame) {
        return new NightKey(frame.unit(), frame.night().map(LocalDate::toString).orElse("unknown"));
    }

    private static Html hint(Hint hint) {
        return Html.of("<p class=\"hint\">{} {}</p>", Remarks.badge(hint), hint.words());
    }

    /** The largest picture of the newest revision, of the reduction that counts before others. */
    private static Html picture(FrameStory story) {
        Optional<MadeFile> best = ofKind(story, ProductKind.PREVIEW).or(() -> ofKind(story, ProductKind.THUMBNAIL));
        Html shown = best.map(MadeFile::file)
                .map(file -> picture(story, Links.picture(file)))
                .or(() -> ofRaw(story))
                .orElse(new Html("<p class=\"advice\">There is no picture of this frame.</p>"));
        Html drawn = ofKind(story, ProductKind.IMAGE)
                .map(made -> PictureLinks.withNorthUp(
                        made.file(), story.standing().frame().value(), story.detectors()))
                .orElse(Html.NOTHING);
        return Html.of("<div>{}{}</div>", shown, drawn);
    }

    /** Of a frame that nobody looked at, such as a bias, one is drawn of what the telescope wrote. */
    private static Optional<Html> ofRaw(FrameStory story) {
        return story.archived().stream()
                .map(ArchivedFile::archived)
                .filter(file -> file.area() == Area.ARCHIVE && FrameNames.includes(file.key()))
                .map(file -> picture(
                        story, Links.drawn(file, story.standing().frame().value(), Stretch.ASINH, false)))
                .findFirst();
    }

    private static Html picture(FrameStory story, String link) {
        return Html.of(
                "<a class=\"picture\" href=\"{}\"><img src=\"{}\" alt=\"picture of {}\"></a>",
                link,
                link,
                Frames.name(story.standing()));
    }

    /** Of each kind of plot the one that counts. */
    private static Html plots(FrameStory story) {
        Map<String, MadeFile> newest = new TreeMap<>();
        story.products().stream()
                .filter(made -> made.kind() == ProductKind.PLOT)
                .forEach(made -> newest.putIfAbsent(ending(made), made));
        return Html.of(
                        "<h2>Over the field</h2><p class=\"fine narrow\">A plot moves sideways, and is shown whole when it is tapped.</p>"
                                + "<div class=\"plots\">{}</div>",
                        Html.join(newest.values().stream().map(FrameView::plot).toList()))
                .when(!newest.isEmpty());
    }

    private static Html plot(MadeFile made) {
        return Html.of(
                "<a href=\"{}\"><img class=\"plot\" src=\"{}\" alt=\"{}\" loading=\"lazy\"></a>",
                Links.picture(made.file()),
                Links.picture(made.file()),
                ending(made).equals("stars.svg")
                        ? "stars beside their places in the catalogue, and what they say of the zero point"
                        : "background, width and roundness of stars over the detector");
    }

    /** The last two parts of the name. */
    private static String ending(MadeFile made) {
        String[] parts = made.file().key().split("\\.");
        return parts.length < 2 ? made.file().key() : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static Optional<MadeFile> ofKind(FrameStory story, ProductKind kind) {
        return story.products().stream().filter(file -> file.kind() == kind).findFirst();
    }

    private static Html facts(FrameStanding frame, List<FrameId> copies) {
        return Html.of(
                """
                <dl class="facts"><dt>Frame</dt><dd><code>{}</code></dd>{}<dt>Type</dt><dd>{}</dd>{}{}{}{}<dt>Start, UTC</dt><dd>{}</dd>
                <dt>Revision</dt><dd>{}</dd>{}{}<dt>First seen</dt><dd>{}</dd><dt>Transferred</dt><dd>{}</dd><dt>Reduced</dt><dd>{}</dd><dt>Recorded</dt><dd>{}</dd></dl>
                """,
                Words.breaking(frame.frame().value()),
                Fact.of(
                        "Path",
                        Optional.of(frame.path())
                                .filter(path -> !path.equals(frame.frame().value()))),
                Words.of(frame.type()),
                Fact.of("Object", frame.object()),
                Fact.of("Filter", frame.filter()),
                Fact.of("Exposure", frame.exposureTime().map(Words::seconds)),
                Fact.of("Flags", Optional.of(Frames.flags(frame.flags())).filter(words -> !words.isEmpty())),
                Words.time(frame.start()),
                frame.revision(),
                Fact.of("Size", frame.size().map(Words::size)),
                sameBytes(copies),
                Words.time(frame.firstSeen()),
                Words.time(frame.transferredAt()),
                Words.time(frame.reducedAt()),
                Words.time(frame.recordedAt()));
    }

    /** Of a calibration frame and its copy one goes into a master. */
    static Html sameBytes(List<FrameId> copies) {
        List<Html> links = copies.stream()
                .map(copy -> Html.of("<a href=\"{}\">{}</a> ", Links.frame(copy.value()), Words.breaking(copy.value())))
                .toList();
        return Html.of("<dt>Same bytes as</dt><dd>{}</dd>", Html.join(links)).when(!links.isEmpty());
    }

    static Html line(FrameId frame, StoryLine line) {
        int attempt = FrameIdentity.attemptOfItsRound(line.attempt());
        return Html.of(
                "<li>{} <b>{}</b> <span class=\"stage\">{}</span> <span class=\"words\">{}</span>{}{}</li>\n",
                Words.time(Optional.of(line.at())),
                line.what(),
                Words.of(line.stage()),
                Words.breaking(Frames.ofItself(frame, line.words())),
                Html.of(" <span class=\"by\">by {}</span>", line.worker())
                        .when(!line.worker().isBlank()),
                Html.of(" <span class=\"by\">attempt {}</span>", attempt).when(attempt > 1));
    }

    private static Html files(FrameStory story) {
        return FileTable.of(Stream.concat(
                                story.archived().stream().map(FrameView::archived),
                                once(story.products()).map(FrameView::made))
                        .toList())
                .orElse(new Html("<p class=\"advice\">No file of this frame has been transferred yet.</p>"));
    }

    /** A file that two revisions share is that of the newer one. */
    private static Stream<MadeFile> once(List<MadeFile> products) {
        Set<StoredFile> seen = new HashSet<>();
        return products.stream().filter(made -> seen.add(made.file()));
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
            return FileTable.row(
                    "the copy that other software made, revision " + file.revision(),
                    Html.of("<code>{}</code>", Words.breaking(file.archived().key())),
                    file.archived());
        }
        String what = file.loss().map(FrameView::lossy).orElse("as the telescope wrote it");
        return FileTable.row(
                what + ", revision " + file.revision(), file.frame().value(), file.archived());
    }

    private static String lossy(KeptWithLoss loss) {
        return "kept with loss, in " + loss.steps() + " steps of a sigma of noise; the exact file, SHA-256 "
                + loss.original() + ", is the telescope's";
    }

    private static Html made(MadeFile file) {
        String by = Words.of(file.kind()) + " of " + (file.made() == ReductionKind.FULL ? "reduction " : "quick look ")
                + file.reduction();
        return FileTable.row(
                file.current() ? by + ", current" : by, file.frame().value(), file.file());
    }
}
