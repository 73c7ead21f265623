package dev.vigil.portal;

import dev.vigil.schemas.events.MasterId;
import java.util.List;

/** A page, as parts that change by themselves and a frame that does not. */
interface View {
    /** The heading of the browser's window. */
    String title();

    /** The parts as they are now, in the order of the page; none when there is no such page. */
    List<Fragment> fragments();

    /** The page around its parts. */
    Html body(List<Fragment> fragments);

    /** Whether news of a night may change the page. */
    boolean isAbout(NightKey key);

    /** Whether news of a master may change the page. */
    default boolean isAbout(MasterId master) {
        return false;
    }
}
