package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;

/**
 * How often a frame was announced.
 *
 * @param frame the frame
 * @param times at so many times, of all revisions
 */
public record Sightings(FrameId frame, int times) {}
