package dev.vigil.producer.judging;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the producer waits for what.
 *
 * @param settle a file that was found lacking is read again when it has been unchanged so long
 * @param quiet a file that nothing proves must have been unchanged so long
 * @param besideQuiet the same for files that are no frames, which often grow all night
 * @param arriving a file that is not complete is announced after so long
 * @param stalled a file that is not complete and unchanged for so long is stalled
 * @param vanished a file must be gone for so long
 * @param again how long until what could not be read is tried again
 */
public record Patience(
        Duration settle,
        Duration quiet,
        Duration besideQuiet,
        Duration arriving,
        Duration stalled,
        Duration vanished,
        Duration again) {
    public Patience {
        Objects.requireNonNull(settle, "settle");
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(besideQuiet, "besideQuiet");
        Objects.requireNonNull(arriving, "arriving");
        Objects.requireNonNull(stalled, "stalled");
        Objects.requireNonNull(vanished, "vanished");
        Objects.requireNonNull(again, "again");
    }

    public Patience withQuiet(Duration other) {
        return new Patience(settle, other, besideQuiet, arriving, stalled, vanished, again);
    }

    public Patience withBesideQuiet(Duration other) {
        return new Patience(settle, quiet, other, arriving, stalled, vanished, again);
    }

    public Patience withStalled(Duration other) {
        return new Patience(settle, quiet, besideQuiet, arriving, other, vanished, again);
    }
}
