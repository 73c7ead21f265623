package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A frame by its newest revision, and where it stands.
 *
 * @param frame the frame
 * @param path below the incoming folder
 * @param unit the unit
 * @param night the night, when known
 * @param revision the newest revision
 * @param exposure the exposure that it is part of
 * @param type what it is for
 * @param lastLevel the last level that applies
 * @param standing where it stands
 * @param reason why it stands there, when there is something to say
 * @param remedy what a person can do about it
 * @param size bytes, once announced
 * @param object what the telescope pointed at
 * @param filter the filter
 * @param exposureTime the exposure time
 * @param start when the shutter opened
 * @param firstSeen when it was first announced
 * @param transferredAt when it was first in the archive
 * @param reducedAt when it was first reduced
 * @param recordedAt when it was recorded
 * @param flags what is odd about it, by name
 */
public record FrameStanding(
        FrameId frame,
        String path,
        String unit,
        Optional<LocalDate> night,
        int revision,
        String exposure,
        FrameType type,
        Level lastLevel,
        Standing standing,
        Optional<String> reason,
        Optional<String> remedy,
        Optional<Long> size,
        Optional<String> object,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        Optional<Instant> start,
        Optional<Instant> firstSeen,
        Optional<Instant> transferredAt,
        Optional<Instant> reducedAt,
        Optional<Instant> recordedAt,
        List<String> flags) {
    public FrameStanding {
        flags = List.copyOf(flags);
    }
}
