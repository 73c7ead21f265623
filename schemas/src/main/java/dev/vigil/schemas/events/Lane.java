package dev.vigil.schemas.events;

/** The queue that work stands in: tonight's, or what is made up for. */
public enum Lane {
    LIVE,
    BACKFILL
}
