package dev.vigil.schemas.events;

/** How much a failed quality check matters: only an error makes a frame not good. */
public enum CheckSeverity {
    WARNING,
    ERROR
}
