package dev.vigil.portal;

import dev.vigil.ledger.FrameQuality;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.schemas.events.FrameId;
import java.util.List;
import java.util.Map;

/**
 * The frames of a night.
 *
 * @param frames where each stands
 * @param pictures a picture of each that has one
 * @param measured what was measured on each that was looked at
 * @param quality whether each that was checked is good
 * @param skies how clear the sky was for each that has a zero point
 */
record NightFrames(
        List<FrameStanding> frames,
        Map<FrameId, MadeFile> pictures,
        Map<FrameId, Measured> measured,
        Map<FrameId, FrameQuality> quality,
        Map<FrameId, SkyQuality> skies) {
    /** No frames. */
    static final NightFrames NONE = new NightFrames(List.of(), Map.of(), Map.of(), Map.of(), Map.of());

    NightFrames {
        frames = List.copyOf(frames);
        pictures = Map.copyOf(pictures);
        measured = Map.copyOf(measured);
        quality = Map.copyOf(quality);
        skies = Map.copyOf(skies);
    }
}
