package dev.vigil.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.instruments.Profile.Parts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Turns a YAML page into a profile, and collects everything that is wrong with it. */
final class ProfileReader {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final Page page;
    private final String name;

    private ProfileReader(JsonNode yaml, String file, List<Mistake> mistakes) {
        this.page = new Page(file, yaml, mistakes);
        this.name = page.required("profile");
    }

    /** A profile, and perhaps mistakes; with mistakes the profile must not be used. */
    static Profile read(JsonNode yaml, String file, List<Mistake> mistakes) {
        ProfileReader reader = new ProfileReader(yaml, file, mistakes);
        Profile profile = new Profile(reader.parts());
        reader.page.finish();
        return profile;
    }

    private Parts parts() {
        page.text("extends");
        HeaderMap headers = headers(page.page("headers"));
        Page detectors = page.page("detectors");
        List<String> amplifiers = detectors.texts("amplifiers");
        Optional<Site> site = site(page.page("site"));
        return new Parts(
                name,
                page.values("units", ProfileReader::pattern),
                site,
                headers,
                identification(site),
                new DetectorReader(
                        gain(page.page("gain")), detectors.values("extensions", ProfileReader::pattern), amplifiers),
                exclusions(),
                MatteringCards.of(headers, amplifiers, page.texts("matters")),
                reduction(page.page("reduction")),
                sets(page.page("sets")),
                page.page("files").value("quiet", Page::duration));
    }

    private Optional<Site> site(Page site) {
        if (site.isEmpty()) {
            site.text("name");
            site.text("longitude");
            site.text("latitude");
            site.text("height");
            return Optional.empty();
        }
        String siteName = site.required("name");
        Optional<Double> longitude = site.number("longitude");
        Optional<Double> latitude = site.number("latitude");
        Optional<Double> height = site.number("height");
        if (longitude.isEmpty() || latitude.isEmpty()) {
            site.wrong("longitude", "must be given with latitude, in degrees, east and north positive");
            return Optional.empty();
        }
        return site.attempt("longitude", () -> new Site(siteName, longitude.get(), latitude.get(), height.orElse(0.0)));
    }

    private static HeaderMap headers(Page headers) {
        Map<Meaning, List<String>> keywords = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            keywords.put(meaning, headers.texts(meaning.key()));
        }
        for (Meaning needed : List.of(Meaning.TYPE, Meaning.EXPOSURE, Meaning.START)) {
            if (keywords.get(needed).isEmpty()) {
                headers.wrong(needed.key(), "must name at least one keyword");
            }
        }
        return new HeaderMap(keywords);
    }

    private Identification identification(Optional<Site> site) {
        Page name = page.page("names");
        return new Identification(
                new NameGrammar(name.values("forms", ProfileReader::form)),
                new TypeReader(types(page.page("types"), page.page("flatKinds")), this.name),
                startTime(page.page("time")),
                nights(page.page("night"), site),
                name.duration("timeTolerance", Duration.ofMinutes(5)));
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
                time.value("scale", ProfileReader::scale).orElse(TimeScale.UTC),
                time.value("earliest", ProfileReader::date).orElse(LocalDate.of(1980, 1, 1)),
                time.duration("future", Duration.ofHours(1)));
    }

    private static Nights nights(Page night, Optional<Site> site) {
        Optional<String> rule = night.text("rule");
        if (rule.isEmpty()) {
            night.wrong("rule", "is missing; it may be " + nightRules());
        }
        return new Nights(
                night.value("rule", ProfileReader::nightRule).orElse(NightRule.FOLDER),
                site.map(Site::longitudeDegrees),
                night.duration("calibrationsNearRoll", Duration.ofHours(4)),
                night.number("daysFromFolder").orElse(366.0).intValue());
    }

    private static GainRule gain(Page gain) {
        return new GainRule(
                gain.flag("gainIsElectronsPerAdu"),
                gain.pages("table").stream()
                        .map(ProfileReader::gainEntry)
                        .flatMap(Optional::stream)
                        .toList(),
                gain.texts("settingKeywords"));
    }

    private static Optional<GainRule.Entry> gainEntry(Page entry) {
        Optional<String> camera = entry.text("camera");
        String setting = entry.required("setting");
        Optional<Double> electrons = entry.number("electronsPerAdu");
        if (electrons.isEmpty()) {
            entry.wrong("electronsPerAdu", "is missing");
            return Optional.empty();
        }
        return entry.attempt("electronsPerAdu", () -> new GainRule.Entry(camera, setting, electrons.get()));
    }

    private List<ExclusionRule> exclusions() {
        List<ExclusionRule> rules = new ArrayList<>();
        for (Page rule : page.pages("exclusions")) {
            rules.add(new ExclusionRule(
                    rule.required("name"),
                    new HashSet<>(rule.values("types", ProfileReader::frameType)),
                    rule.texts("words"),
                    rule.texts("whole")));
        }
        return rules;
    }

    private static ReductionRules reduction(Page reduction) {
        Map<FrameType, Level> levels = new EnumMap<>(FrameType.class);
        Set<FrameType> reduced = new HashSet<>(reduction.values("types", ProfileReader::frameType));
        reduced.forEach(type -> levels.put(type, Level.REDUCED));
        return new ReductionRules(reduction.required("recipe"), levels, masters(reduction));
    }

    private static Map<FrameType, List<MasterNeed>> masters(Page reduction) {
        Map<MasterKind, MasterNeed> usual = new EnumMap<>(MasterKind.class);
        for (MasterKind kind : MasterKind.values()) {
            usual.put(kind, usualNeed(kind, reduction));
        }
        Page masters = reduction.page("masters");
        Map<FrameType, List<MasterNeed>> needs = new EnumMap<>(FrameType.class);
        for (FrameType type : FrameType.values()) {
            Page ofType = masters.page(type.word());
            needs.put(
                    type,
                    usual.values().stream()
                            .map(need -> need.as(ofType.value(need.kind().word(), ProfileReader::need)
                                    .orElse(Need.UNUSED)))
                            .toList());
        }
        return needs;
    }

    /** Warmth makes dark current and shifts the bias; a flat is hardly touched by it. */
    private static MasterNeed usualNeed(MasterKind kind, Page reduction) {
        Duration age = reduction.page("maximumAge").duration(kind.word(), TWO_WEEKS);
        Optional<Double> tolerance = reduction.value("temperatureTolerance", Page::positive);
        Optional<Double> scale = reduction.value("maximumDarkScale", Page::positive);
        return new MasterNeed(
                kind,
                Need.UNUSED,
                age.isZero() ? TWO_WEEKS : age,
                kind == MasterKind.FLAT ? Optional.empty() : tolerance,
                kind == MasterKind.DARK ? scale : Optional.empty());
    }

    private static SetRules sets(Page sets) {
        Page minimum = sets.page("minimum");
        Map<MasterKind, Integer> least = new EnumMap<>(MasterKind.class);
        for (MasterKind kind : MasterKind.values()) {
            minimum.number(kind.word()).ifPresent(count -> least.put(kind, count.intValue()));
        }
        return new SetRules(sets.duration("quiet", Duration.ofMinutes(10)), least);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException bad) {
            throw new IllegalArgumentException("is no pattern: " + bad.getDescription() + " in '" + text + "'", bad);
        }
    }

    private static NameForm form(String text) {
        try {
            return NameForm.of(text);
        } catch (PatternSyntaxException bad) {
            throw new IllegalArgumentException("is no pattern: " + bad.getDescription() + " in '" + text + "'", bad);
        }
    }

    private static LocalDate date(String text) {
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

    private static FrameType frameType(String text) {
        return FrameType.ofWord(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no frame type"));
    }

    private static Need need(String text) {
        try {
            return Need.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("must be required, optional or unused, not '" + text + "'", unknown);
        }
    }
}
