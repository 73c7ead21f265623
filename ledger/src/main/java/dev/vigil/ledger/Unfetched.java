package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.Instant;

/**
 * A frame whose file is still to be fetched from its telescope.
 *
 * @param unit the unit
 * @param frame the frame
 * @param path below the incoming folder
 * @param firstSeen when it was first announced
 */
public record Unfetched(String unit, FrameId frame, String path, Instant firstSeen) {}
