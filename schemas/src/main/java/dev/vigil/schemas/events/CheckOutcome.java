package dev.vigil.schemas.events;

/** What came of a quality check. One that was not made has not passed. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    NOT_APPLICABLE,
    FAILED_TO_RUN
}
