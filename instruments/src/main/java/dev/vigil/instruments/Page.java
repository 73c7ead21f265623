package dev.vigil.instruments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a YAML page while it is read: it hands out values, collects what is wrong with them, and in the end tells
 * which keys nobody asked for.
 */
final class Page {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|d)");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    private final String path;
    private final JsonNode node;
    private final List<Mistake> mistakes;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Page> children = new LinkedHashMap<>();

    Page(String path, JsonNode node, List<Mistake> mistakes) {
        this.path = path;
        this.node = node;
        this.mistakes = mistakes;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            mistakes.add(new Mistake(path, "must hold keys and values"));
        }
    }

    Optional<String> text(String key) {
        JsonNode value = get(key);
        if (value.isContainerNode()) {
            wrong(key, "must be one value, not a list or a map");
            return Optional.empty();
        }
        return isAbsent(value) ? Optional.empty() : Optional.of(value.asText().strip());
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    String required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            wrong(key, "is missing");
        }
        return text.orElse("");
    }

    /** A list of texts; one text alone is a list of one. */
    List<String> texts(String key) {
        JsonNode value = get(key);
        if (isAbsent(value)) {
            return List.of();
        }
        if (value.isObject()) {
            wrong(key, "must be a list");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value))
                .forEach(element -> texts.add(element.asText().strip()));
        return texts;
    }

    /** A value read from text by a function that throws what is wrong with it. */
    <T> Optional<T> value(String key, Function<String, T> read) {
        return text(key).flatMap(text -> attempt(key, () -> read.apply(text)));
    }

    <T> List<T> values(String key, Function<String, T> read) {
        List<T> values = new ArrayList<>();
        for (String text : texts(key)) {
            attempt(key, () -> read.apply(text)).ifPresent(values::add);
        }
        return values;
    }

    Optional<Double> number(String key) {
        return value(key, Page::toNumber);
    }

    Duration duration(String key, Duration otherwise) {
        return value(key, Page::duration).orElse(otherwise);
    }

    boolean flag(String key) {
        return value(key, Page::truth).orElse(false);
    }

    Page page(String key) {
        return child(path.isEmpty() ? key : path + "." + key, get(key));
    }

    List<Page> pages(String key) {
        JsonNode value = get(key);
        List<Page> pages = new ArrayList<>();
        if (!isAbsent(value) && !value.isArray()) {
            wrong(key, "must be a list");
            return pages;
        }
        for (JsonNode element : value) {
            pages.add(child(at(key) + "[" + pages.size() + "]", element));
        }
        return pages;
    }

    /** Whether something is a list, where it may also be one value. */
    boolean isList(String key) {
        return get(key).isArray();
    }

    /** All keys of this part, for maps whose keys are the user's own words. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    boolean isEmpty() {
        return isAbsent(node) || node.isEmpty();
    }

    /** Runs what may find its values wrong; then the mistake is kept, and nothing comes of it. */
    <T> Optional<T> attempt(String key, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException mistaken) {
            wrong(key, mistaken.getMessage());
            return Optional.empty();
        }
    }

    void wrong(String key, String what) {
        mistakes.add(new Mistake(at(key), what));
    }

    /** Tells of the keys that nobody asked for, here and in the parts below, with the known key that each resembles. */
    void finish() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                wrong(key, "is not known" + suggestion(key));
            }
        }
        children.values().forEach(Page::finish);
    }

    /** The part as YAML. */
    @Override
    public String toString() {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read cannot be written", impossible);
        }
    }

    private String suggestion(String key) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .filter(candidate -> distance(key, candidate) <= Math.max(2, key.length() / 3))
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("; known here: " + String.join(", ", known));
    }

    private Page child(String childPath, JsonNode value) {
        return children.computeIfAbsent(childPath, at -> new Page(at, value, mistakes));
    }

    private JsonNode get(String key) {
        known.add(key);
        return node.isObject() ? node.path(key) : MissingNode.getInstance();
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    static double toNumber(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("must be a number, not '" + text + "'" + point(text), notANumber);
        }
    }

    private static String point(String text) {
        return DECIMAL_COMMA.matcher(text).matches() ? ": write " + text.replace(',', '.') : "";
    }

    static double positive(String text) {
        double value = toNumber(text);
        if (!(value > 0)) {
            throw new IllegalArgumentException("must be more than 0, not '" + text + "'");
        }
        return value;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
        };
    }

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must be a time such as 500 ms, 10 s, 15 min, 4 h or 30 d, not '" + text + "'");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofMinutes(count);
        };
    }

    /** How many letters must be changed, added or removed to turn one word into the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
