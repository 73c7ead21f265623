package dev.vigil.portal;

import dev.vigil.imaging.pictures.Stretch;
import dev.vigil.schemas.events.StoredFile;
import java.util.Arrays;

/** Links to pictures that are drawn when they are asked for. */
final class PictureLinks {
    private PictureLinks() {}

    /** As on the detector only. */
    static Html of(StoredFile file, String owner) {
        return Html.of("<p class=\"drawn\">Drawn anew: {}</p>", stretches(file, owner, false));
    }

    /** Also with north up; of an image without coordinates there is no such picture. */
    static Html withNorthUp(StoredFile file, String owner) {
        return Html.of(
                "<p class=\"drawn\">Drawn anew of the reduced image: {}<br>North up, east left: {}</p>",
                stretches(file, owner, false),
                stretches(file, owner, true));
    }

    private static Html stretches(StoredFile file, String owner, boolean northUp) {
        return Html.join(Arrays.stream(Stretch.values())
                .map(stretch -> Html.of(
                        "<a href=\"{}\" title=\"{}\">{}</a> ",
                        Links.drawn(file, owner, stretch, northUp),
                        meaning(stretch),
                        stretch.word()))
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
