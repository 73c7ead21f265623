package dev.vigil.portal;

import dev.vigil.portal.FrameSource.Answered;
import java.util.List;
import java.util.function.Function;

/** The one part of a page that tells a thing's story: what the ledger knows of it, or that it cannot be asked. */
final class StoryPart {
    private StoryPart() {}

    /**
     * Nothing where there is no such thing.
     *
     * @param silence what is missing while the ledger cannot be read
     */
    static <T> List<Fragment> of(Answered<T> answered, String silence, Function<T, Html> telling) {
        if (answered instanceof Answered.Known<T> known) {
            return List.of(new Fragment("story", "frame", telling.apply(known.value())));
        }
        if (answered instanceof Answered.Unreachable) {
            return List.of(new Fragment("story", "frame", Html.of("""
                    <div id="story" class="advice" role="status">The ledger cannot be read now, so {}.
                    See whether PostgreSQL runs; nothing is lost meanwhile.</div>""", silence)));
        }
        return List.of();
    }

    static Html body(List<Fragment> fragments) {
        return Html.of("<div id=\"frame\">{}</div>\n", Fragment.in("frame", fragments));
    }
}
