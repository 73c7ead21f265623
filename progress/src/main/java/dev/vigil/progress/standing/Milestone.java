package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Level;

/** What a frame passes on its way, in order: whoever has passed one has passed those before it. */
public enum Milestone {
    SEEN,
    /** Judged complete: taken or excluded. */
    ANNOUNCED,
    TRANSFERRED,
    REDUCED,
    RECORDED;

    static Milestone of(Level level) {
        return switch (level) {
            case SIGHTED -> ANNOUNCED;
            // What other software does after its copy we see done, or not.
            case TRANSFERRED, INGESTED -> TRANSFERRED;
            case REDUCED -> REDUCED;
        };
    }
}
