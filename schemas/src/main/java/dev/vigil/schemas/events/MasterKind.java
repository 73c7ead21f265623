package dev.vigil.schemas.events;

/** The kinds of combined calibration. */
public enum MasterKind {
    BIAS,
    DARK,
    FLAT
}
