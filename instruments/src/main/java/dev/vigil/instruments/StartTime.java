package dev.vigil.instruments;

import dev.vigil.instruments.HeaderMap.Found;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** Reads when the shutter opened, and refuses what cannot be true. */
record StartTime(TimeScale defaultScale, LocalDate earliest, Duration future) {
    StartTime {
        Objects.requireNonNull(defaultScale, "defaultScale");
        Objects.requireNonNull(earliest, "earliest");
        Objects.requireNonNull(future, "future");
    }

    Instant read(HeaderFacts facts, Instant now) throws UnfitFile {
        Found start = facts.require(Meaning.START, "it is not known when the exposure began");
        LocalDateTime clock = clock(start, facts);
        Instant utc = scale(facts).toUtc(clock.toInstant(ZoneOffset.UTC));
        requirePossible(start, utc, now);
        return utc;
    }

    private LocalDateTime clock(Found start, HeaderFacts facts) throws UnfitFile {
        String text = start.value().replace(' ', 'T').replace(',', '.').replaceFirst("[Zz]$", "");
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(timeBeside(start, facts));
        } catch (DateTimeException unreadable) {
            throw new UnfitFile(
                    RefusalCategory.UNREADABLE_VALUE,
                    start.keyword() + " is '" + start.value() + "', which is no date and time",
                    "write " + start.keyword() + " as 2026-11-19T03:15:02.123 and deliver the file again");
        }
    }

    /** Old headers give the day in one card and the time of day in another. */
    private static LocalTime timeBeside(Found start, HeaderFacts facts) throws UnfitFile {
        Optional<String> time = facts.text(Meaning.START_TIME);
        if (time.isEmpty()) {
            throw new UnfitFile(
                    RefusalCategory.MISSING_KEYWORD,
                    start.keyword() + " is '" + start.value()
                            + "', a day without a time, and no other card gives the time",
                    "write " + start.keyword() + " as 2026-11-19T03:15:02.123 and deliver the file again");
        }
        return LocalTime.parse(time.get().replace(',', '.'));
    }

    private TimeScale scale(HeaderFacts facts) throws UnfitFile {
        Optional<Found> named = facts.find(Meaning.TIME_SCALE);
        if (named.isEmpty()) {
            return defaultScale;
        }
        Found found = named.get();
        return TimeScale.ofWord(found.value())
                .orElseThrow(() -> new UnfitFile(
                        RefusalCategory.UNREADABLE_VALUE,
                        found.keyword() + " is '" + found.value() + "', a time scale that cannot be turned into UTC",
                        "write times in UTC, TAI, TT or GPS and deliver the file again"));
    }

    private void requirePossible(Found start, Instant utc, Instant now) throws UnfitFile {
        if (utc.isBefore(earliest.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw impossible(start, "before " + earliest + ", the earliest that this camera's profile allows");
        }
        if (utc.isAfter(now.plus(future))) {
            throw impossible(start, "in the future");
        }
    }

    private static UnfitFile impossible(Found start, String why) {
        return new UnfitFile(
                RefusalCategory.IMPOSSIBLE_VALUE,
                start.keyword() + " is " + start.value() + ", which is " + why,
                "set the camera computer's clock, correct " + start.keyword() + " and deliver the file again");
    }
}
