package dev.vigil.schemas.events;

/** The kind of thing that a frame waits for. */
public enum Awaited {
    /** A master that is not built yet. */
    MASTER,
    /** The telescope's side, which cannot be reached. */
    SOURCE,
    /** A worker that has not answered in time. */
    ANSWER,
    /** The hours in which the unit may be worked for. */
    HOURS,
    /** Anything that a newer version waits for. */
    OTHER,
    /** The copy that other software makes. */
    COPY,
    /** The other software, which is to take in its copy. */
    INGEST,
    /** The archive or the working area, which takes nothing. */
    ARCHIVE;

    /** What a person can do about a frame that waits for it. */
    public String remedy(Stage stage) {
        return switch (this) {
            case MASTER ->
                "nothing, unless it lasts: then put right what its master waits for, try again what failed of its frames"
                        + " (vigil retry NIGHT), take the calibration frames that it names, or write it off:"
                        + " vigil close FRAME --why TEXT";
            case SOURCE -> "nothing, unless it lasts: bring the telescope's side back";
            case ANSWER -> "see that workers of this stage run; it is handed out again by itself";
            case HOURS ->
                stage == Stage.TRANSFER
                        ? "nothing: it goes on by itself then; until then its file has to stay where it is"
                        : "nothing: it goes on by itself then";
            case COPY, INGEST -> "nothing, unless it lasts: see to the other software";
            case ARCHIVE ->
                "make room there, or let it be written to; it goes on by itself within minutes, or at once: vigil retry NIGHT";
            case OTHER -> "nothing, unless it lasts";
        };
    }
}
