package dev.vigil.schemas.events;

import java.time.Instant;

/** Anything that is said of a master. */
public sealed interface MasterEvent permits MasterBuilt, MasterFailed, MasterWaiting {

    /** The master that it is said of. */
    MasterId master();

    /** The unit that it serves. */
    String unit();

    /** When it was said. */
    Instant at();
}
