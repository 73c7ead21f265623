package dev.vigil.common.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a setting has to be.
 *
 * @param expected in words, for the message when it is not
 * @param parse from text; throws IllegalArgumentException
 * @param secret whether its value is printed as stars
 * @param <T> the type of the value
 */
public record Kind<T>(String expected, Function<String, T> parse, boolean secret) {
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kMG]?)(B|bit)/s");
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h|d)");

    static final Kind<String> TEXT = new Kind<>("a text", Function.identity(), false);
    static final Kind<String> SECRET = new Kind<>("a secret", Function.identity(), true);
    static final Kind<Path> FOLDER = new Kind<>("a folder", Path::of, false);
    static final Kind<Optional<Path>> FILE = new Kind<>(
            "a file; or empty",
            text -> Optional.of(text).filter(name -> !name.isBlank()).map(Path::of),
            false);
    static final Kind<String> FILE_NAME = new Kind<>(FILE.expected(), Kind::fileName, false);
    static final Kind<Duration> TIME =
            new Kind<>("a time such as 500 ms, 10 s, 5 min, 2 h or 7 d", Kind::duration, false);
    static final Kind<Long> LINE_RATE =
            new Kind<>("a rate such as 125 kB/s or 1 Mbit/s; or 0, for no limit", Kind::bytesPerSecond, false);
    static final Kind<Hours> HOURS = new Kind<>(
            "any, after-night, or two times at a zone such as 'not 18:00-06:00 Pacific/Honolulu'", Hours::parse, false);
    static final Kind<Optional<LocalDate>> NIGHT =
            new Kind<>("a night such as 2026-11-19; or empty", Kind::night, false);
    static final Kind<Optional<URI>> SFTP =
            new Kind<>("an address such as sftp://user@host/data/incoming; or empty", Kind::sftp, false);
    static final Kind<List<URI>> ADDRESSES =
            new Kind<>("addresses such as http://producer:9200, with commas between; or empty", Kind::addresses, false);
    static final Kind<CopyPlace> COPIES =
            new Kind<>("a whole path with {path} or {name} in it; or empty", CopyPlace::parse, false);
    static final Kind<IngestNews> INGEST_NEWS = new Kind<>(
            "a whole path with {path}, {name} or {stem} in it, 'in FILE: TEXT' with one of them in its text, or told; or empty",
            IngestNews::parse,
            false);
    static final Kind<String> DATABASE =
            new Kind<>("an address such as jdbc:postgresql://host:5432/vigil", Kind::database, false);
    static final Kind<Boolean> SWITCH = new Kind<>("true or false", Kind::yesOrNo, false);

    /** A whole number within limits. */
    static Kind<Integer> between(int least, int most) {
        return new Kind<>("a whole number from " + least + " to " + most, text -> within(text, least, most), false);
    }

    /** A number within limits. */
    static Kind<Double> realBetween(double least, double most) {
        return new Kind<>(
                "a number from " + plain(least) + " to " + plain(most), text -> within(text, least, most), false);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static double within(String text, double least, double most) {
        double number = Double.parseDouble(text.strip());
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    /** One of a few words. */
    static Kind<String> oneOf(String... words) {
        List<String> known = List.of(words);
        return new Kind<>("one of " + String.join(", ", words), text -> among(text, known), false);
    }

    private static int within(String text, int least, int most) {
        int number = Integer.parseInt(text.strip());
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static String among(String text, List<String> words) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new IllegalArgumentException("not known");
        }
        return word;
    }

    private static String fileName(String text) {
        return Path.of(text).toString();
    }

    private static String database(String text) {
        if (!text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("no address of PostgreSQL");
        }
        return text;
    }

    private static Optional<LocalDate> night(String text) {
        try {
            return Optional.of(text.strip()).filter(date -> !date.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("no date", noDate);
        }
    }

    private static Optional<URI> sftp(String text) {
        String address = text.strip().replaceFirst("/+$", "");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(address);
        if (!"sftp".equals(uri.getScheme()) || uri.getHost() == null || uri.getQuery() != null) {
            throw new IllegalArgumentException("no address of an SFTP server");
        }
        return Optional.of(uri);
    }

    private static List<URI> addresses(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> address(each.replaceFirst("/+$", "")))
                .toList();
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        boolean isAddress =
                address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        if (!isAddress) {
            throw new IllegalArgumentException("no address");
        }
        return address;
    }

    private static boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }

    private static long bytesPerSecond(String text) {
        if (text.strip().equals("0")) {
            return 0;
        }
        Matcher matcher = RATE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no rate");
        }
        double factor = switch (matcher.group(2)) {
            case "k" -> 1e3;
            case "M" -> 1e6;
            case "G" -> 1e9;
            default -> 1;
        };
        double parts = matcher.group(3).equals("bit") ? 8 : 1;
        double rate = Double.parseDouble(matcher.group(1)) * factor / parts;
        if (rate < 1) {
            throw new IllegalArgumentException("less than a byte per second");
        }
        return Math.round(rate);
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no time");
        }
        double unit = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 60_000;
        };
        return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * unit));
    }
}
