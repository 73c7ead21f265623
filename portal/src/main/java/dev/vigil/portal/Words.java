package dev.vigil.portal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Puts times, sizes and counts into words. */
final class Words {
    private static final String NONE = "–";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String[] SIZES = {"bytes", "kB", "MB", "GB", "TB"};

    private Words() {}

    static Html time(Optional<Instant> at) {
        return at.map(instant -> time(instant, DAY_AND_CLOCK)).orElse(new Html(NONE));
    }

    static Html clock(Optional<Instant> at) {
        return at.map(instant -> time(instant, CLOCK)).orElse(new Html(NONE));
    }

    private static Html time(Instant instant, DateTimeFormatter form) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return Html.of("<time datetime=\"{}\" title=\"{} UTC\">{}</time>", second, instant, form.format(second));
    }

    /** A path or a name, which breaks behind its parts where a line is too short for it. */
    static Html breaking(String name) {
        return new Html(Html.escape(name).replaceAll("[/_]", "$0<wbr>"));
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < SIZES.length - 1) {
            size /= 1000;
            unit++;
        }
        return (unit == 0
                        ? Long.toString(bytes)
                        : BigDecimal.valueOf(size).round(new MathContext(3)).toPlainString()) + " " + SIZES[unit];
    }

    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** From cosmicRayPixels to cosmic ray pixels. */
    static String ofName(String name) {
        return name.replaceAll("(?=\\p{Lu})", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** With a capital at its beginning. */
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String seconds(Optional<Double> seconds) {
        return seconds.map(value -> number(value) + " s").orElse(NONE);
    }

    static String seconds(Duration duration) {
        return number(duration.toMillis() / 1000.0) + " s";
    }

    /** A time between two things: in hours below a day. */
    static String age(Duration age) {
        double hours = age.toSeconds() / 3600.0;
        return hours < 24 ? number(hours) + " h" : number(hours / 24) + " d";
    }

    /** The words of a constant: ON_THE_WAY is "on the way". */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The words of a name of JSON: onTheWay is "on the way". */
    static String of(String name) {
        return name.equals("onTheWay") ? "on the way" : name;
    }
}
