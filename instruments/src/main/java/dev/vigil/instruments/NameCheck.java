package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Holds what a file name says against what header and folder say, and flags where they disagree. */
record NameCheck(NameFacts name, Flags flags) {
    NameCheck time(Instant start, Duration tolerance) {
        name.time()
                .filter(time -> Duration.between(time, start).abs().compareTo(tolerance) > 0)
                .ifPresent(time -> flags.add(Flag.NAME_DISAGREES_ON_TIME, apart(time, start)));
        return this;
    }

    private static String apart(Instant name, Instant header) {
        return "the file name says " + name + " UTC, the header " + header + ", apart by "
                + Amount.withCause(Duration.between(name, header));
    }

    /** A hyphen in one of the two is no other unit. */
    NameCheck unit(String unit) {
        return flagIf(
                name.unit().filter(said -> !plain(said).equals(plain(unit))).isPresent(), Flag.NAME_DISAGREES_ON_UNIT);
    }

    NameCheck night(Night night) {
        return flagIf(
                night.date().isPresent()
                        && name.night()
                                .filter(said -> !said.equals(night.date().get()))
                                .isPresent(),
                Flag.NAME_DISAGREES_ON_NIGHT);
    }

    NameCheck filter(Optional<String> filter) {
        return flagIf(
                name.filter()
                        .filter(said -> filter.isPresent() && !said.equalsIgnoreCase(filter.get()))
                        .isPresent(),
                Flag.NAME_DISAGREES_ON_FILTER);
    }

    NameCheck exposure(Duration exposure) {
        return flagIf(
                name.exposure()
                        .map(ExposureTime::new)
                        .filter(ExposureTime.of(exposure)::differsFrom)
                        .isPresent(),
                Flag.NAME_DISAGREES_ON_EXPOSURE);
    }

    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT).replace("-", "");
    }

    private NameCheck flagIf(boolean disagrees, Flag flag) {
        if (disagrees) {
            flags.add(flag);
        }
        return this;
    }
}
