package dev.vigil.portal;

import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Measurements;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows frames: as a tile with its picture, and as a row. */
final class Frames {
    private static final Set<String> USUAL =
            Set.of("SKY_TILE", "TARGET_OF_OPPORTUNITY", "BAD_DETECTOR", "DOUBTFUL_DETECTOR");

    private Frames() {}

    static Fragment tile(FrameStanding frame, MadeFile picture, Optional<Measured> measured, Remarks remarks) {
        String id = Fragment.id("tile", frame.frame().value());
        return new Fragment(
                id,
                "tiles",
                Html.of(
                        """
                <li id="{}" class="{}{}"><a href="{}"><img src="{}" alt="{}" width="128" height="128" loading="lazy" decoding="async">
                <span class="what">{}</span><span>{}</span><span class="numbers" title="seeing and sources">{}</span>{}</a></li>
                """,
                        id,
                        css(frame.standing()),
                        remarks.mark(),
                        Links.frame(frame.frame().value()),
                        Links.picture(picture.file()),
                        "picture of " + name(frame) + ", " + Words.of(frame.standing()),
                        frame.object().orElse(Words.of(frame.type())),
                        caption(frame),
                        measured.map(each -> numbers(each.measurements())).orElse(""),
                        remarks.badges()));
    }

    private static String caption(FrameStanding frame) {
        return Stream.of(frame.filter(), frame.exposureTime().map(Words::seconds))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String numbers(Measurements measurements) {
        Optional<String> seeing = measurements
                .seeingArcsec()
                .map(value -> Words.number(value) + "″")
                .or(() -> measurements.seeing().map(value -> Words.number(value) + " px"));
        Optional<String> sources = measurements.sources().map(number -> Words.count(number, "source", "sources"));
        return Stream.of(seeing, sources).flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    static Fragment row(FrameStanding frame, Remarks remarks) {
        String id = Fragment.id("row", frame.frame().value());
        return new Fragment(
                id,
                "rows",
                Html.of(
                        """
                <tr id="{}" class="{}"><th scope="row"><a href="{}">{}</a>{}</th><td>{}</td><td class="object">{}</td><td>{}</td><td class="number">{}</td><td>{}</td>
                <td>{} {}<span class="reason">{}</span></td></tr>
                """,
                        id,
                        remarks.mark().strip(),
                        Links.frame(frame.frame().value()),
                        name(frame),
                        revision(frame),
                        Words.of(frame.type()),
                        object(frame),
                        frame.filter().orElse(""),
                        frame.exposureTime().map(Words::seconds).orElse(""),
                        Words.clock(frame.start()),
                        badge(frame.standing()),
                        remarks.badges(),
                        words(frame)));
    }

    private static Html revision(FrameStanding frame) {
        return Html.of(" <span class=\"revision\">revision {}</span>", frame.revision())
                .when(frame.revision() > 1);
    }

    static String flags(List<String> flags) {
        return flags.stream()
                .map(flag -> flag.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String words(FrameStanding frame) {
        return Stream.of(reason(frame), flags(odd(frame)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Why it stands where it does; its own name is not said again. */
    static String reason(FrameStanding frame) {
        return frame.reason().map(words -> ofItself(frame.frame(), words)).orElse("");
    }

    /** What a reason says of a frame that is named beside it. */
    static String ofItself(FrameId frame, String reason) {
        String subject = frame.path() + ": ";
        return reason.startsWith(subject) ? reason.substring(subject.length()) : reason;
    }

    /** What the camera calls a bias is seldom news. */
    private static String object(FrameStanding frame) {
        return frame.object()
                .filter(object -> !object.equalsIgnoreCase(Words.of(frame.type())))
                .orElse("");
    }

    /** What many frames are is not odd. */
    private static List<String> odd(FrameStanding frame) {
        return frame.flags().stream().filter(flag -> !USUAL.contains(flag)).toList();
    }

    static Html badge(Standing standing) {
        return Html.of("<span class=\"badge {}\">{}</span>", css(standing), Words.of(standing));
    }

    private static String css(Standing standing) {
        return standing == Standing.ON_THE_WAY ? "onTheWay" : Words.of(standing);
    }

    /** The file's name as the telescope wrote it; a reused name has its number behind it. */
    static String name(FrameStanding frame) {
        String name = frame.path().substring(frame.path().lastIndexOf('/') + 1);
        return frame.frame().use() > 1 ? name + " ~" + frame.frame().use() : name;
    }
}
