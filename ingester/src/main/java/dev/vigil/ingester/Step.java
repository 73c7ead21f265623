package dev.vigil.ingester;

/** The points between which an ingester may be killed without losing or doubling anything. */
enum Step {
    /** The batch is decoded, and what cannot be is parked. */
    DECODED,
    /** Rows, positions and what is to be published are in the ledger. */
    WRITTEN,
    /** The broker has what was to be published, and the ledger does not know it yet. */
    PUBLISHED,
    /** The ledger knows it. */
    MARKED;

    /** Hears of every step; a test ends the ingester there. */
    interface Listener {
        /** Nobody listens. */
        Listener NONE = step -> {};

        void reached(Step step);
    }
}
