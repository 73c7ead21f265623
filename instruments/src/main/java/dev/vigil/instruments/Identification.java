package dev.vigil.instruments;

import dev.vigil.instruments.TypeReader.Typed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from name, folder and headers what a frame is of and when it was taken. */
record Identification(
        NameGrammar names,
        TypeReader types,
        StartTime startTime,
        Nights nights,
        ObjectForms objects,
        Duration nameTimeTolerance) {
    private static final Duration LONGEST = Duration.ofDays(1);

    Identification {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(types, "types");
        Objects.requireNonNull(startTime, "startTime");
        Objects.requireNonNull(nights, "nights");
        Objects.requireNonNull(objects, "objects");
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
            FrameNumbers numbers) {}

    Identity read(FrameSource source, HeaderFacts facts, Flags flags) throws UnfitFile {
        NameFacts name = names.read(source.fileName());
        Typed typed = types.read(facts, name, flags);
        Instant start = startTime.read(facts, source.now());
        Optional<String> object = either(facts.text(Meaning.OBJECT), name.object(), Flag.OBJECT_FROM_NAME, flags);
        Optional<String> filter = either(facts.text(Meaning.FILTER), name.filter(), Flag.FILTER_FROM_NAME, flags);
        Duration exposure = exposure(facts, typed.type());
        Night night = night(source, facts, typed.type(), start, flags);
        objects.flag(object, facts.says(Meaning.OPPORTUNITY), flags);
        flagAborted(facts, name, exposure, flags);
        FrameNumbers numbers = numbers(source, facts);
        new NameCheck(name, flags)
                .time(start, nameTimeTolerance)
                .unit(source.unit())
                .night(night)
                .object(typed.type(), object)
                .filter(filter)
                .binning(ConfigurationReader.binning(facts))
                .exposure(exposure)
                .number(numbers.running());
        return new Identity(typed, object, filter, exposure, start, night, numbers);
    }

    /** What a frame is counted by, also where the rest of its headers will not do. */
    FrameNumbers numbers(FrameSource source, HeaderFacts facts) {
        NameFacts name = names.read(source.fileName());
        return new FrameNumbers(
                facts.text(Meaning.EXPOSURE_ID).orElseGet(() -> exposureByName(source, name)),
                number(facts, Meaning.RUNNING_NUMBER).or(name::number),
                number(facts, Meaning.MEMBER),
                number(facts, Meaning.MEMBERS));
    }

    /** A name as it is, and as it were if it agreed with the header on type and filter. */
    List<NameFacts> readings(String fileName, FrameDescription frame) {
        NameFacts name = names.read(fileName);
        Optional<String> filter =
                name.filter().flatMap(said -> frame.filter().filter(is -> !is.equalsIgnoreCase(said)));
        return types.wordsFor(frame.type(), name).stream()
                .flatMap(type -> Stream.concat(
                                Stream.of(name.filter()), filter.stream().map(Optional::of))
                        .map(each -> name.as(type, each)))
                .toList();
    }

    /** What the name says that all files of the exposure share, else the name itself, in its folder. */
    private static String exposureByName(FrameSource source, NameFacts name) {
        int end = source.path().lastIndexOf('/') + 1;
        return name.group()
                .map(group -> source.path().substring(0, end) + group)
                .orElseGet(() -> withoutSuffix(source.path()));
    }

    /** What was asked for stands in the header, else in the name, which is made before the shutter opens. */
    private static void flagAborted(HeaderFacts facts, NameFacts name, Duration exposure, Flags flags)
            throws UnfitFile {
        ExposureTime actual = ExposureTime.of(exposure);
        facts.number(Meaning.REQUESTED_EXPOSURE)
                .or(name::exposure)
                .map(ExposureTime::new)
                .filter(actual::isShortOf)
                .ifPresent(requested -> flags.add(
                        Flag.EXPOSURE_ABORTED,
                        "the exposure was cut short: it lasted " + actual + " of the " + requested
                                + " that were asked for"));
    }

    private Night night(FrameSource source, HeaderFacts facts, FrameType type, Instant start, Flags flags)
            throws UnfitFile {
        Optional<LocalDate> folder = FolderDates.of(source.folders());
        nights.requireNear(start, folder);
        return nights.of(type, start, Longitude.of(facts.find(Meaning.LONGITUDE)), folder, flags);
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

    private static Optional<Long> number(HeaderFacts facts, Meaning meaning) {
        return facts.find(meaning)
                .flatMap(found ->
                        found.header().integer(found.keyword()).stream().boxed().findFirst());
    }

    private static Optional<String> either(Optional<String> header, Optional<String> name, Flag fromName, Flags flags) {
        if (header.isEmpty() && name.isPresent()) {
            flags.add(fromName);
        }
        return header.or(() -> name);
    }

    static String withoutSuffix(String path) {
        return path.replaceFirst("(?i)\\.(fz|gz|bz2)$", "").replaceFirst("(?i)\\.(fits|fit|fts)$", "");
    }
}
