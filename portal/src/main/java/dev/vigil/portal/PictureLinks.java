package dev.vigil.portal;

import dev.vigil.imaging.pictures.Stretch;
import dev.vigil.schemas.events.StoredFile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Links to pictures that are drawn when they are asked for. */
final class PictureLinks {
    /** More detectors than these are folded away. */
    private static final int IN_SIGHT = 4;

    private PictureLinks() {}

    /** As on the detector only. */
    static Html of(StoredFile file, String owner) {
        return Html.of(
                "<p class=\"drawn\">Drawn anew: {}</p>",
                stretches(stretch -> Links.drawn(file, owner, stretch, false)));
    }

    /** Also with north up, for each detector; of an image without coordinates there is no such picture. */
    static Html withNorthUp(StoredFile file, String owner, List<String> detectors) {
        return detectors.size() > 1
                ? ofEach(file, owner, detectors)
                : Html.of(
                        "<p class=\"drawn\">Drawn anew of the reduced image: {}<br>North up, east left: {}</p>",
                        stretches(stretch -> Links.drawn(file, owner, stretch, false)),
                        stretches(stretch -> Links.drawn(file, owner, stretch, true)));
    }

    private static Html ofEach(StoredFile file, String owner, List<String> detectors) {
        return Html.of(
                "<details class=\"drawn\"{}><summary>Drawn anew, each of the {} detectors of the reduced image</summary><ul>{}</ul></details>",
                new Html(" open").when(detectors.size() <= IN_SIGHT),
                detectors.size(),
                Html.join(detectors.stream()
                        .map(detector -> ofOne(file, owner, detector))
                        .toList()));
    }

    private static Html ofOne(StoredFile file, String owner, String detector) {
        return Html.of(
                "<li><b>{}</b> {}<span>north up {}</span></li>\n",
                detector,
                stretches(stretch -> Links.drawn(file, owner, detector, stretch, false)),
                stretches(stretch -> Links.drawn(file, owner, detector, stretch, true)));
    }

    private static Html stretches(Function<Stretch, String> link) {
        return Html.join(Arrays.stream(Stretch.values())
                .map(stretch -> Html.of(
                        "<a href=\"{}\" title=\"{}\">{}</a> ", link.apply(stretch), meaning(stretch), stretch.word()))
                .toList());
    }

    private static String meaning(Stretch stretch) {
        return switch (stretch) {
            case ASINH -> "the sky and what is faint: limits by zscale, faint light lifted";
            case LINEAR -> "limits by zscale, brightness as it is";
            case WIDE -> "from nearly the darkest to nearly the brightest pixel: the cores of what is bright";
        };
    }
}
