package dev.vigil.instruments;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the frames of a night are counted: by a number that runs on, and within an exposure that is several files.
 *
 * @param by the parts of a name that each number for themselves; {@code night} alone for all frames of a night; none where nothing is counted
 * @param members the numbers that the files of one exposure have
 * @param quiet how long no further file of an exposure must come for the next to be late
 */
public record Numbering(List<Part> by, Optional<Members> members, Duration quiet) {
    public Numbering {
        by = List.copyOf(by);
        Objects.requireNonNull(members, "members");
        Objects.requireNonNull(quiet, "quiet");
    }

    /** What a running number begins anew for. */
    public enum Part {
        NIGHT(name -> Optional.empty()),
        TYPE(NameFacts::type),
        OBJECT(NameFacts::object),
        FILTER(NameFacts::filter);

        private final Function<NameFacts, Optional<String>> value;

        Part(Function<NameFacts, Optional<String>> value) {
            this.value = value;
        }

        static Part named(String text) {
            return Arrays.stream(values())
                    .filter(part -> part.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + text + "' numbers nothing; it may be night, type, object or filter"));
        }
    }

    /**
     * The numbers of the files of one exposure.
     *
     * @param first the lowest
     * @param last the highest
     */
    public record Members(long first, long last) {
        private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\s*-\\s*(\\d{1,9})");

        public Members {
            if (first < 0 || last <= first) {
                throw new IllegalArgumentException("must be two numbers, the lower first, such as 0-111");
            }
        }

        /** The same where a header says that there are fewer or more. */
        public Members ofWhich(Optional<Long> count) {
            return new Members(
                    first,
                    count.filter(files -> files > 1)
                            .map(files -> first + files - 1)
                            .orElse(last));
        }

        static Members parse(String text) {
            Matcher matcher = RANGE.matcher(text.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("must be two numbers, the lower first, such as 0-111");
            }
            return new Members(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
    }

    /**
     * A number in its series.
     *
     * @param series what it is counted with: the parts of the name, in words; empty for the whole night
     * @param value the number
     * @param doubtful whether the frame may be of another series instead
     */
    public record Number(String series, long value, boolean doubtful) {
        public Number {
            Objects.requireNonNull(series, "series");
        }
    }

    /** Whether the numbers are in the order in which the exposures of a night were taken. */
    boolean runsThroughTheNight() {
        return by.equals(List.of(Part.NIGHT));
    }

    /** The series is told by the name alone, so that a file without a good header is counted with the others. */
    Optional<Number> number(NameFacts name, long value) {
        return numbers(List.of(name), value).stream().findFirst();
    }

    /** The same where the header contradicts the name: of which series the number is, nobody can tell. */
    List<Number> numbers(List<NameFacts> readings, long value) {
        if (by.isEmpty() || value < 0) {
            return List.of();
        }
        List<String> series = readings.stream().map(this::series).distinct().toList();
        return series.stream()
                .map(each -> new Number(each, value, series.size() > 1))
                .toList();
    }

    private String series(NameFacts name) {
        return by.stream()
                .flatMap(part -> part.value.apply(name).stream())
                .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[/#\\s]+", "_"))
                .collect(Collectors.joining(" "));
    }
}
