package dev.vigil.instruments;

import dev.vigil.instruments.checks.CheckLevel;
import dev.vigil.instruments.checks.Limits;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.instruments.checks.QualityCheck;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.instruments.checks.Severity;
import dev.vigil.instruments.checks.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a profile expects of its frames and masters. */
final class ChecksReader {
    private static final String HEADER = "header";
    private static final String PRESENT = "present";
    private static final String MEASURED = "measured";
    private static final String SURROUNDINGS = "surroundings";
    private static final String NO_FLAG = "noFlag";
    private static final List<String> SUBJECTS = List.of(HEADER, PRESENT, MEASURED, SURROUNDINGS, NO_FLAG);
    private static final int LETTERS_OF_A_CARD = 8;

    private final HeaderMap headers;
    private final Set<String> surroundings;
    private final Map<String, String> cards = new HashMap<>();

    private ChecksReader(HeaderMap headers, Surroundings surroundings) {
        this.headers = headers;
        this.surroundings = surroundings.readings().keySet();
    }

    static QualityChecks read(Page page, HeaderMap headers, Surroundings surroundings) {
        ChecksReader reader = new ChecksReader(headers, surroundings);
        return new QualityChecks(page.keys().stream()
                .flatMap(name -> reader.check(name, page.page(name)).stream())
                .toList());
    }

    /** A check that is off is read all the same, so that its mistakes are told. */
    private Optional<QualityCheck> check(String name, Page page) {
        boolean off = page.flag("off");
        Set<CheckLevel> levels = levels(page);
        Set<FrameType> types = types(page);
        Limits limits = limits(page);
        Optional<Subject> subject = subject(page, limits);
        boolean needed = page.flag("needed");
        Severity severity = page.value("severity", ChecksReader::severity).orElse(Severity.WARNING);
        String says = page.required("says");
        String card = card(name, page);
        return subject.flatMap(about -> page.attempt(
                        "card",
                        () -> new QualityCheck(name, card, levels, types, about, limits, needed, severity, says)))
                .filter(check -> !off);
    }

    private static Set<CheckLevel> levels(Page page) {
        Set<CheckLevel> levels = new HashSet<>(page.values("level", ChecksReader::level));
        if (levels.isEmpty()) {
            page.wrong("level", "is missing; it is one or more of " + words(CheckLevel.values(), CheckLevel::words));
        }
        return levels;
    }

    private static Set<FrameType> types(Page page) {
        Set<FrameType> types = new HashSet<>(page.values("types", IdentificationReader::frameType));
        return types.isEmpty() ? EnumSet.allOf(FrameType.class) : types;
    }

    private static Limits limits(Page page) {
        Optional<Double> least = page.number("least");
        Optional<Double> most = page.number("most");
        return page.attempt("least", () -> new Limits(least, most)).orElse(Limits.NONE);
    }

    private Optional<Subject> subject(Page page, Limits limits) {
        List<String> minus = page.texts("minus");
        Map<String, List<String>> given = new HashMap<>();
        SUBJECTS.forEach(key -> given.put(key, page.texts(key)));
        List<String> said =
                SUBJECTS.stream().filter(key -> !given.get(key).isEmpty()).toList();
        if (said.size() != 1) {
            page.wrong(
                    said.isEmpty() ? HEADER : said.get(1),
                    "a check is about one thing: one of " + String.join(", ", SUBJECTS));
            return Optional.empty();
        }
        String about = said.get(0);
        mustHaveLimitsIfNumber(page, about, limits);
        Optional<Subject> subject = page.attempt(about, () -> subject(about, given.get(about)));
        return minus.isEmpty()
                ? subject
                : subject.map(first -> new Subject.Difference(first, new Subject.Card(keywords(minus))));
    }

    private static void mustHaveLimitsIfNumber(Page page, String about, Limits limits) {
        boolean isNumber = !about.equals(PRESENT) && !about.equals(NO_FLAG);
        if (isNumber && limits.isNone()) {
            page.wrong("least", "or most must be given: any number would do");
        }
        if (!isNumber && !limits.isNone()) {
            page.wrong("least", "and most are for numbers; " + about + " has none");
        }
    }

    private Subject subject(String about, List<String> words) {
        return switch (about) {
            case HEADER -> new Subject.Card(keywords(words));
            case PRESENT -> new Subject.Presence(keywords(words));
            case MEASURED -> new Subject.Measurement(measurable(words));
            case SURROUNDINGS -> new Subject.Surrounding(surrounding(words));
            default ->
                new Subject.NoFlag(
                        words.stream().map(ChecksReader::flag).map(Flag::name).collect(Collectors.toSet()));
        };
    }

    /** A word of the profile's headers stands for the keywords that it lists. */
    private List<String> keywords(List<String> words) {
        List<String> keywords = new ArrayList<>();
        for (String word : words) {
            Optional<Meaning> meaning = Arrays.stream(Meaning.values())
                    .filter(each -> each.key().equals(word))
                    .findFirst();
            if (meaning.isEmpty() && !word.equals(word.toUpperCase(Locale.ROOT))) {
                throw new IllegalArgumentException("'" + word + "' is neither a keyword nor a key of headers");
            }
            keywords.addAll(meaning.map(headers::of).orElse(List.of(word)));
        }
        return keywords;
    }

    private static Measurable measurable(List<String> words) {
        return Measurable.of(one(words))
                .orElseThrow(() -> new IllegalArgumentException("'" + words.get(0) + "' is not measured; these are: "
                        + words(Measurable.values(), Measurable::key)));
    }

    private String surrounding(List<String> words) {
        return Optional.of(one(words))
                .filter(surroundings::contains)
                .orElseThrow(() -> new IllegalArgumentException("'" + words.get(0)
                        + "' is not among the profile's surroundings: "
                        + String.join(", ", surroundings.stream().sorted().toList())));
    }

    private static String one(List<String> words) {
        if (words.size() > 1) {
            throw new IllegalArgumentException("must be one name, not " + words.size());
        }
        return words.get(0);
    }

    private static Flag flag(String text) {
        return Stream.of(Flag.values())
                .filter(flag -> flag.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no flag; they are " + words(Flag.values(), Flag::name)));
    }

    private String card(String name, Page page) {
        String card = page.text("card").orElseGet(() -> usual(name));
        String other = cards.putIfAbsent(card, name);
        if (other != null) {
            page.wrong("card", card + " is also that of the check " + other + "; name another keyword");
        }
        return card;
    }

    private static String usual(String name) {
        String letters = "QC" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return letters.substring(0, Math.min(LETTERS_OF_A_CARD, letters.length()));
    }

    private static CheckLevel level(String text) {
        return oneOf(text, CheckLevel.values(), CheckLevel::words);
    }

    private static Severity severity(String text) {
        return oneOf(text, Severity.values(), Severity::word);
    }

    private static <T> T oneOf(String text, T[] all, Function<T, String> word) {
        return Stream.of(all)
                .filter(each -> word.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + words(all, word) + ", not '" + text + "'"));
    }

    private static <T> String words(T[] all, Function<T, String> word) {
        return Stream.of(all).map(word).collect(Collectors.joining(", "));
    }
}
