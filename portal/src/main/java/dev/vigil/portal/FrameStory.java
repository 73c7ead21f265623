package dev.vigil.portal;

import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.CheckStanding;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.ledger.StoryLine;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterUsed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known of a frame.
 *
 * @param standing where it stands
 * @param copies the other frames whose files hold the same bytes
 * @param lines what happened, in order
 * @param measured what was measured on it, if anything was
 * @param hint how it differs from the frames before it, if it does
 * @param sky how clear the sky was, if it has a zero point
 * @param checks what came of the quality checks
 * @param masters those of the reduction that counts
 * @param passedBy nearer masters that were not taken because they are not good
 * @param madeInto the masters that it went into
 * @param products the files that were made of it
 * @param detectors those in the first image among them
 * @param archived its own files in the archive
 * @param sidecars the files that follow it
 */
record FrameStory(
        FrameStanding standing,
        List<FrameId> copies,
        List<StoryLine> lines,
        Optional<Measured> measured,
        Optional<Hint> hint,
        Optional<SkyQuality> sky,
        List<CheckStanding> checks,
        List<MasterUsed> masters,
        List<MasterStanding> passedBy,
        List<MasterStanding> madeInto,
        List<MadeFile> products,
        List<String> detectors,
        List<ArchivedFile> archived,
        List<FrameStanding> sidecars) {
    FrameStory {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(sky, "sky");
        copies = List.copyOf(copies);
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
        masters = List.copyOf(masters);
        passedBy = List.copyOf(passedBy);
        madeInto = List.copyOf(madeInto);
        products = List.copyOf(products);
        detectors = List.copyOf(detectors);
        archived = List.copyOf(archived);
        sidecars = List.copyOf(sidecars);
    }
}
