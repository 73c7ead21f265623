package dev.vigil.portal;

import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.StoryLine;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of a frame.
 *
 * @param standing where it stands
 * @param lines what happened, in order
 * @param products the files that were made of it
 * @param archived its own files in the archive
 * @param sidecars the files that follow it
 */
record FrameStory(
        FrameStanding standing,
        List<StoryLine> lines,
        List<MadeFile> products,
        List<ArchivedFile> archived,
        List<FrameStanding> sidecars) {
    FrameStory {
        Objects.requireNonNull(standing, "standing");
        lines = List.copyOf(lines);
        products = List.copyOf(products);
        archived = List.copyOf(archived);
        sidecars = List.copyOf(sidecars);
    }
}
