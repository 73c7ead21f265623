package dev.vigil.instruments;

import dev.vigil.instruments.TypeReader.Typed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads from name, folder and headers what a frame is of and when it was taken. */
record Identification(
        NameGrammar names, TypeReader types, StartTime startTime, Nights nights, Duration nameTimeTolerance) {
    private static final Duration LONGEST = Duration.ofDays(1);

    Identification {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(types, "types");
        Objects.requireNonNull(startTime, "startTime");
        Objects.requireNonNull(nights, "nights");
        Objects.requireNonNull(nameTimeTolerance, "nameTimeTolerance");
    }

    /** Who, what and when of a frame. */
    record Identity(
            Typed typed,
            Optional<String> object,
            Optional<String> filter,
            Duration exposure,
            Instant start,
            Night night,
            String exposureId,
            Optional<Long> runningNumber) {}

    Identity read(FrameSource source, HeaderFacts facts, List<Flag> flags) throws UnfitFile {
        NameFacts name = names.read(source.fileName());
        Typed typed = types.read(facts, name, flags);
        Instant start = startTime.read(facts, source.now());
        flagOtherTime(name, start, flags);
        return new Identity(
                typed,
                either(facts.text(Meaning.OBJECT), name.object(), Flag.OBJECT_FROM_NAME, flags),
                either(facts.text(Meaning.FILTER), name.filter(), Flag.FILTER_FROM_NAME, flags),
                exposure(facts, typed.type()),
                start,
                night(source, facts, typed.type(), start, flags),
                facts.text(Meaning.EXPOSURE_ID).orElseGet(() -> withoutSuffix(source.path())),
                runningNumber(facts).or(name::number));
    }

    private Night night(FrameSource source, HeaderFacts facts, FrameType type, Instant start, List<Flag> flags)
            throws UnfitFile {
        Optional<LocalDate> folder = FolderDates.of(source.folders());
        nights.requireNear(start, folder);
        return nights.of(type, start, Longitude.of(facts.find(Meaning.LONGITUDE)), folder, flags);
    }

    private void flagOtherTime(NameFacts name, Instant start, List<Flag> flags) {
        boolean other = name.time()
                .filter(time -> Duration.between(time, start).abs().compareTo(nameTimeTolerance) > 0)
                .isPresent();
        if (other) {
            flags.add(Flag.NAME_DISAGREES_ON_TIME);
        }
    }

    /** A bias is read without exposing; every other frame must say how long it was exposed. */
    private static Duration exposure(HeaderFacts facts, FrameType type) throws UnfitFile {
        Optional<HeaderMap.Found> found = facts.find(Meaning.EXPOSURE);
        if (found.isEmpty() && type == FrameType.BIAS) {
            return Duration.ZERO;
        }
        HeaderMap.Found card = facts.require(Meaning.EXPOSURE, "it is not known how long the exposure was");
        double seconds = card.number();
        if (!(seconds >= 0 && seconds <= LONGEST.toSeconds())) {
            throw new UnfitFile(
                    RefusalCategory.IMPOSSIBLE_VALUE,
                    card.keyword() + " is " + card.value() + " s, which no exposure lasts",
                    "correct " + card.keyword() + " and deliver the file again");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static Optional<Long> runningNumber(HeaderFacts facts) {
        return facts.find(Meaning.RUNNING_NUMBER)
                .flatMap(found ->
                        found.header().integer(found.keyword()).stream().boxed().findFirst());
    }

    private static Optional<String> either(
            Optional<String> header, Optional<String> name, Flag fromName, List<Flag> flags) {
        if (header.isEmpty() && name.isPresent()) {
            flags.add(fromName);
        }
        return header.or(() -> name);
    }

    static String withoutSuffix(String path) {
        return path.replaceFirst("(?i)\\.(fz|gz|bz2)$", "").replaceFirst("(?i)\\.(fits|fit|fts)$", "");
    }
}
