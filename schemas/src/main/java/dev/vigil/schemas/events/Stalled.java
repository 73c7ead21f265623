package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The file has been incomplete for too long.
 *
 * @param why what is missing
 * @param since when it was last seen to change
 * @param remedy what a person can do about it
 */
public record Stalled(String why, Instant since, String remedy) implements Judgement {
    /** What can be done about most of them; who needs more says that. */
    private static final String USUAL =
            "look at the camera's disk and at what copies the file there: it goes on by itself when the file grows;"
                    + " else deliver it again, or write it off: vigil close FRAME --why TEXT";

    public Stalled {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(since, "since");
        remedy = remedy.isBlank() ? USUAL : remedy;
    }
}
