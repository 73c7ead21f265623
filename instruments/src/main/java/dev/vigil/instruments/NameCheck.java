package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** Names cannot be spelled as objects are. What a calibration frame calls its object is no thing in the sky. */
    NameCheck object(FrameType type, Optional<String> header) {
        return type.isCalibration()
                ? this
                : differing(name.object(), header, Words::bare, Flag.NAME_DISAGREES_ON_OBJECT, "the object");
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

    NameCheck binning(Optional<String> header) {
        return differing(name.binning(), header, Words::bare, Flag.NAME_DISAGREES_ON_BINNING, "the binning");
    }

    NameCheck number(Optional<Long> header) {
        return differing(name.number(), header, number -> number, Flag.NAME_DISAGREES_ON_NUMBER, "the number");
    }

    NameCheck exposure(Duration exposure) {
        return flagIf(
                name.exposure()
                        .map(ExposureTime::new)
                        .filter(ExposureTime.of(exposure)::differsFrom)
                        .isPresent(),
                Flag.NAME_DISAGREES_ON_EXPOSURE);
    }

    private <T> NameCheck differing(
            Optional<T> said, Optional<T> header, UnaryOperator<T> spelling, Flag flag, String what) {
        if (said.isPresent()
                && header.isPresent()
                && !spelling.apply(said.get()).equals(spelling.apply(header.get()))) {
            flags.add(flag, "the file name says " + what + " " + said.get() + ", the header " + header.get());
        }
        return this;
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
