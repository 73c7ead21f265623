package dev.vigil.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.instruments.Profile.Parts;
import dev.vigil.instruments.checks.QualityChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns a YAML page into a profile, and collects everything that is wrong with it. */
final class ProfileReader {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final Page page;
    private final String name;
    private final Optional<Path> folder;

    private ProfileReader(JsonNode yaml, String file, Optional<Path> folder, List<Mistake> mistakes) {
        this.folder = folder;
        this.page = new Page(file, yaml, mistakes);
        this.name = page.required("profile");
    }

    /** A profile, and perhaps mistakes; with mistakes the profile must not be used. Files that it names are in its folder. */
    static Profile read(JsonNode yaml, String file, Optional<Path> folder, List<Mistake> mistakes) {
        ProfileReader reader = new ProfileReader(yaml, file, folder, mistakes);
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
        Surroundings surroundings = surroundings(page.page("surroundings"), page.page("dialects"));
        QualityChecks checks = ChecksReader.read(page.page("checks"), headers, surroundings);
        return new Parts(
                name,
                page.toString(),
                page.values("units", ProfileReader::pattern),
                site,
                headers,
                IdentificationReader.read(page, site, name),
                new DetectorReader(
                        GainReader.read(page.page("gain"), headers),
                        detectors.values("extensions", ProfileReader::pattern),
                        amplifiers,
                        detectors.flag("cubes"),
                        notes(detectors, "bad"),
                        notes(detectors, "doubtful")),
                surroundings,
                new FolderGrammar(page.page("folders").values("forms", FolderForm::of)),
                page.value("junk", this::junk).orElse(JunkList.EMPTY),
                exclusions(),
                MatteringCards.of(headers, amplifiers, mattering(surroundings, checks)),
                reduction(page.page("reduction")),
                SignatureReader.read(page.page("recipe"), folder),
                sets(page.page("sets")),
                numbering(page.page("numbering"), page.page("exposures")),
                clock(page.page("clock")),
                files(page.page("files")),
                new Sidecars(page.values("sidecars", Sidecars::form)),
                aliases(),
                checks,
                retention(page.page("retention")),
                photometry(page.page("photometry"), surroundings));
    }

    /** What checks look at, and what the profile adds. */
    private Set<String> mattering(Surroundings surroundings, QualityChecks checks) {
        Set<String> cards = new HashSet<>(page.texts("matters"));
        cards.addAll(surroundings.cards());
        checks.all().forEach(check -> cards.addAll(check.subject().cards()));
        return cards;
    }

    private List<UnitAlias> aliases() {
        List<UnitAlias> aliases = new ArrayList<>();
        for (Page alias : page.pages("aliases")) {
            String unit = alias.required("unit");
            alias.required("folder");
            alias.value("folder", text -> new UnitAlias(pattern(text), unit)).ifPresent(aliases::add);
        }
        return aliases;
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
        return new HeaderMap(keywords, firstWords(headers));
    }

    private static Set<Meaning> firstWords(Page headers) {
        return new HashSet<>(headers.values(
                "firstWordOf",
                text -> Arrays.stream(Meaning.values())
                        .filter(meaning -> meaning.key().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no key of headers"))));
    }

    private static Surroundings surroundings(Page page, Page dialects) {
        Map<String, List<String>> spoken = new TreeMap<>();
        dialects.keys().forEach(name -> spoken.put(name, dialects.texts(name)));
        Map<String, List<Surroundings.Reading>> readings = new TreeMap<>();
        for (String name : page.keys()) {
            readings.put(
                    name,
                    page.pages(name).stream()
                            .map(way -> reading(way, spoken.keySet()))
                            .toList());
        }
        return new Surroundings(readings, spoken);
    }

    private static Surroundings.Reading reading(Page way, Set<String> dialects) {
        Optional<String> dialect = way.text("dialect");
        if (dialect.isPresent() && !dialects.contains(dialect.get())) {
            way.wrong("dialect", "'" + dialect.get() + "' is not among the dialects, which are " + dialects);
        }
        return new Surroundings.Reading(
                way.required("keyword"), way.number("factor").orElse(1.0), dialect);
    }

    private JunkList junk(String file) {
        Path list = folder.map(of -> of.resolve(file)).orElse(Path.of(file));
        try {
            // A remark beside a name may be in another encoding, and is of no concern.
            return JunkList.of(new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("names a list that cannot be read: " + unreadable, unreadable);
        }
    }

    private static FileRules files(Page files) {
        return new FileRules(
                files.value("quiet", Page::duration),
                files.value("stalled", Page::duration),
                files.value("tiny", Page::positive).map(Double::longValue));
    }

    private static Retention retention(Page retention) {
        Map<FrameType, Duration> byType = new EnumMap<>(FrameType.class);
        for (FrameType type : FrameType.values()) {
            retention.value(type.word(), Page::duration).ifPresent(time -> byType.put(type, time));
        }
        return new Retention(byType, retention.value("others", Page::duration));
    }

    private static PhotometryRules photometry(Page photometry, Surroundings surroundings) {
        return new PhotometryRules(
                photometry.values("mediumBands", ProfileReader::pattern),
                surveyLabel(photometry.page("surveyLabel"), surroundings));
    }

    private static Optional<SurveyLabel> surveyLabel(Page label, Surroundings surroundings) {
        Page classes = label.page("least");
        List<SurveyLabel.Level> levels = classes.keys().stream()
                .flatMap(name -> classes.number(name).map(least -> new SurveyLabel.Level(name, least)).stream())
                .toList();
        String otherwise = label.text("else", "");
        Optional<String> by = label.text("by");
        if (by.isPresent() && !surroundings.readings().containsKey(by.get())) {
            label.wrong("by", "'" + by.get() + "' is not among the surroundings");
        }
        if (by.isPresent() && (levels.isEmpty() || otherwise.isEmpty())) {
            label.wrong("least", "must give the least number of each class, and 'else' what all others are called");
        }
        return by.map(name -> new SurveyLabel(name, levels, otherwise));
    }

    private static List<DetectorNote> notes(Page detectors, String key) {
        return detectors.pages(key).stream()
                .map(note -> note(detectors, key, note))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DetectorNote> note(Page detectors, String key, Page note) {
        String detector = note.required("name");
        String why = note.required("why");
        Optional<LocalDate> from = note.value("from", IdentificationReader::date);
        Optional<LocalDate> to = note.value("to", IdentificationReader::date);
        return detectors.attempt(key, () -> new DetectorNote(detector, from, to, why));
    }

    private List<ExclusionRule> exclusions() {
        List<ExclusionRule> rules = new ArrayList<>();
        for (Page rule : page.pages("exclusions")) {
            rules.add(new ExclusionRule(
                    rule.required("name"),
                    new HashSet<>(rule.values("types", IdentificationReader::frameType)),
                    rule.texts("words"),
                    rule.texts("whole"),
                    new HashSet<>(rule.values("flags", ProfileReader::flag)),
                    condition(rule.page("header"))));
        }
        return rules;
    }

    static Optional<Condition> condition(Page header) {
        List<Pattern> wanted = header.values("is", ProfileReader::anyCase);
        List<Pattern> unwanted = header.values("isNot", ProfileReader::anyCase);
        Optional<String> keyword = header.text("keyword");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (keyword.isEmpty() || wanted.isEmpty() == unwanted.isEmpty()) {
            header.wrong("keyword", "must be given, with either 'is' or 'isNot' and a list of patterns");
            return Optional.empty();
        }
        return Optional.of(new Condition(keyword.get(), wanted.isEmpty() ? unwanted : wanted, unwanted.isEmpty()));
    }

    private static Flag flag(String text) {
        try {
            return Flag.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no flag; they are " + Arrays.toString(Flag.values()), unknown);
        }
    }

    private static ClockRules clock(Page clock) {
        return new ClockRules(
                clock.duration("tolerance", Duration.ofMinutes(2)),
                new HashSet<>(clock.values("excludes", ProfileReader::clockFlag)),
                new HashSet<>(clock.values("refuses", ProfileReader::clockFlag)));
    }

    private static Flag clockFlag(String text) {
        return Optional.of(flag(text))
                .filter(ClockRules.FLAGS::contains)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' says nothing of the clock; those that do are " + ClockRules.FLAGS));
    }

    private static Pattern anyCase(String text) {
        return pattern("(?i)" + text);
    }

    private static ReductionRules reduction(Page reduction) {
        Map<FrameType, Level> levels = new EnumMap<>(FrameType.class);
        Set<FrameType> reduced = new HashSet<>(reduction.values("types", IdentificationReader::frameType));
        reduced.forEach(type -> levels.put(type, Level.REDUCED));
        return new ReductionRules(RecipeReader.read(reduction, reduced), levels, masters(reduction));
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

    private static Numbering numbering(Page numbering, Page exposures) {
        return new Numbering(
                numbering.values("by", Numbering.Part::named),
                exposures.value("members", Numbering.Members::parse),
                exposures.duration("quiet", Duration.ofMinutes(5)));
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException bad) {
            throw new IllegalArgumentException("is no pattern: " + bad.getDescription() + " in '" + text + "'", bad);
        }
    }

    private static Need need(String text) {
        try {
            return Need.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("must be required, optional or unused, not '" + text + "'", unknown);
        }
    }
}
