package dev.vigil.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the frames of a unit's night stand, by their newest revisions: always
 * {@code seen = recorded + failed + waiting + stalled + excluded + onTheWay}.
 *
 * @param unit the unit
 * @param night the night; empty for frames whose night is unknown
 * @param seen frames
 * @param announced those whose file is complete
 * @param transferred those that are in the archive
 * @param reduced those that were fully reduced
 * @param recorded those whose last level's outcome is in the ledger
 * @param failed those that failed for good
 * @param waiting those that wait for a named thing
 * @param stalled those that make no progress
 * @param excluded those that a rule excludes
 * @param onTheWay the rest
 * @param firstSeen the first announcement
 * @param lastSeen the last frame's announcement
 * @param lastRecorded when the last was recorded
 */
public record NightCounts(
        String unit,
        Optional<LocalDate> night,
        long seen,
        long announced,
        long transferred,
        long reduced,
        long recorded,
        long failed,
        long waiting,
        long stalled,
        long excluded,
        long onTheWay,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        Optional<Instant> lastRecorded) {
    /** A night of which nothing was seen. */
    static NightCounts none(String unit, Optional<LocalDate> night) {
        return new NightCounts(
                unit, night, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The frames that have come to an end: recorded, excluded, or failed with a reason. */
    public long accountedFor() {
        return recorded + excluded + failed;
    }
}
