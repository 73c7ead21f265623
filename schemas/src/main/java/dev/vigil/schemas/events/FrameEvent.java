package dev.vigil.schemas.events;

import java.time.Instant;

/** Anything that is said of a frame. */
public sealed interface FrameEvent
        permits FrameAnnounced,
                FrameTransferred,
                FrameReduced,
                FrameRecorded,
                FrameFailed,
                FrameWaiting,
                FrameReleased {

    /** The frame that it is said of. */
    FrameIdentity identity();

    /** When it was said. */
    Instant at();
}
