package dev.vigil.instruments;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads the parts of a profile's page that say how its frames are named, typed and dated. */
final class IdentificationReader {
    private IdentificationReader() {}

    static Identification read(Page page, Optional<Site> site, String profile) {
        Page names = page.page("names");
        String ending = names.text("ending", "");
        return new Identification(
                new NameGrammar(names.values("forms", text -> form(text + ending)), names.flag("othersAllowed")),
                new TypeReader(
                        types(page.page("types"), page.page("flatKinds")),
                        names.value("plainNamesAre", IdentificationReader::frameType),
                        profile),
                startTime(page.page("time")),
                nights(page.page("night"), site),
                objects(page.page("objects")),
                names.duration("timeTolerance", Duration.ofMinutes(5)));
    }

    private static ObjectForms objects(Page objects) {
        return new ObjectForms(
                objects.value("tile", ProfileReader::pattern), objects.values("opportunities", ProfileReader::pattern));
    }

    private static TypeTable types(Page types, Page kinds) {
        Map<String, FrameType> table = new HashMap<>();
        for (FrameType type : FrameType.values()) {
            for (String word : types.texts(type.word())) {
                FrameType earlier = table.put(Words.normal(word), type);
                if (earlier != null && earlier != type) {
                    types.wrong(type.word(), "'" + word + "' already means " + earlier.word());
                }
            }
        }
        Map<String, String> flatKinds = new HashMap<>();
        for (String kind : kinds.keys()) {
            kinds.texts(kind).forEach(word -> flatKinds.put(word, kind));
        }
        return new TypeTable(table, flatKinds);
    }

    private static StartTime startTime(Page time) {
        return new StartTime(
                time.value("scale", IdentificationReader::scale).orElse(TimeScale.UTC),
                time.value("earliest", IdentificationReader::date).orElse(LocalDate.of(1980, 1, 1)),
                time.duration("future", Duration.ofHours(1)));
    }

    private static Nights nights(Page night, Optional<Site> site) {
        Optional<String> rule = night.text("rule");
        if (rule.isEmpty()) {
            night.wrong("rule", "is missing; it may be " + nightRules());
        }
        return new Nights(
                night.value("rule", IdentificationReader::nightRule).orElse(NightRule.FOLDER),
                site.map(Site::longitudeDegrees),
                night.duration("calibrationsNearRoll", Duration.ofHours(4)),
                night.number("daysFromFolder").orElse(366.0).intValue());
    }

    private static NameForm form(String text) {
        try {
            return NameForm.of(text);
        } catch (PatternSyntaxException bad) {
            throw new IllegalArgumentException("is no pattern: " + bad.getDescription() + " in '" + text + "'", bad);
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new IllegalArgumentException("must be a date such as 2026-11-19, not '" + text + "'", noDate);
        }
    }

    private static TimeScale scale(String text) {
        return TimeScale.ofWord(text)
                .orElseThrow(() -> new IllegalArgumentException("must be UTC, TAI, TT or GPS, not '" + text + "'"));
    }

    private static NightRule nightRule(String text) {
        return Arrays.stream(NightRule.values())
                .filter(rule -> rule.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be " + nightRules() + ", not '" + text + "'"));
    }

    private static String nightRules() {
        return Arrays.stream(NightRule.values()).map(NightRule::word).collect(Collectors.joining(", "));
    }

    static FrameType frameType(String text) {
        return FrameType.ofWord(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no frame type"));
    }
}
