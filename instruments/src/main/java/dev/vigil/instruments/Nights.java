package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a frame its night: by the rule, cross-checked with the folder. Calibrations near the roll belong to their
 * folder's night, because flats of the evening and darks of the morning are taken on either side of it.
 */
record Nights(NightRule rule, Optional<Double> siteLongitude, Duration nearRoll, int daysFromFolder) {
    Nights {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(siteLongitude, "siteLongitude");
        Objects.requireNonNull(nearRoll, "nearRoll");
    }

    Night of(FrameType type, Instant start, Optional<Double> headerLongitude, Optional<LocalDate> folder, Flags flags) {
        Optional<Double> longitude = siteLongitude.or(() -> headerLongitude);
        Optional<LocalDate> night = rule.nightOf(start, longitude);
        if (night.isEmpty()) {
            return byFolder(folder, flags);
        }
        if (folder.isEmpty() || folder.get().equals(night.get())) {
            return Night.fromHeader(night.get());
        }
        if (type.isCalibration() && isOtherSideOfRoll(start, longitude, night.get(), folder.get())) {
            return Night.fromFolder(folder.get());
        }
        flags.add(Flag.FOLDER_DISAGREES);
        return Night.fromHeader(night.get());
    }

    /** A folder that is months away from the header means that one of the two cannot be true. */
    void requireNear(Instant start, Optional<LocalDate> folder) throws UnfitFile {
        if (folder.isEmpty()) {
            return;
        }
        LocalDate day = start.atOffset(ZoneOffset.UTC).toLocalDate();
        long apart = Math.abs(ChronoUnit.DAYS.between(day, folder.get()));
        if (apart > daysFromFolder) {
            throw new UnfitFile(
                    RefusalCategory.IMPOSSIBLE_VALUE,
                    "the header says that the exposure began " + start + ", the folder says " + folder.get() + ": "
                            + apart + " days apart",
                    "correct the header's start time, or move the file to the folder of its night");
        }
    }

    private Night byFolder(Optional<LocalDate> folder, Flags flags) {
        if (folder.isEmpty()) {
            flags.add(Flag.NIGHT_UNKNOWN);
            return Night.UNKNOWN;
        }
        if (rule != NightRule.FOLDER) {
            flags.add(Flag.NIGHT_FROM_FOLDER);
        }
        return Night.fromFolder(folder.get());
    }

    private boolean isOtherSideOfRoll(Instant start, Optional<Double> longitude, LocalDate night, LocalDate folder) {
        boolean neighbours = Math.abs(ChronoUnit.DAYS.between(night, folder)) == 1;
        return neighbours
                && rule.fromRoll(start, longitude)
                        .filter(distance -> distance.compareTo(nearRoll) <= 0)
                        .isPresent();
    }
}
