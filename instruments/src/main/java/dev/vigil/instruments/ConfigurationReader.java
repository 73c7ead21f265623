package dev.vigil.instruments;

import dev.vigil.instruments.HeaderMap.Found;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the camera's configuration from the headers. */
record ConfigurationReader(double temperatureTolerance) {
    ConfigurationReader {
        if (!(temperatureTolerance > 0)) {
            throw new IllegalArgumentException("a temperature tolerance must be positive, not " + temperatureTolerance);
        }
    }

    Configuration read(HeaderFacts facts, List<Detector> detectors) throws UnfitFile {
        return new Configuration(
                facts.text(Meaning.CAMERA),
                facts.text(Meaning.SERIAL),
                pair(facts, Meaning.X_WINDOW, Meaning.Y_WINDOW, ","),
                binning(facts),
                facts.text(Meaning.GAIN_SETTING).map(GainRule::settingText),
                facts.text(Meaning.OFFSET).map(GainRule::settingText),
                facts.text(Meaning.READ_MODE),
                temperature(facts),
                facts.text(Meaning.ROW_ORDER).map(order -> order.toUpperCase(Locale.ROOT)),
                detectors.stream().map(Detector::layout).collect(Collectors.joining(",")));
    }

    private static Optional<String> binning(HeaderFacts facts) {
        return facts.text(Meaning.BINNING)
                .map(text -> text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", "x"))
                .or(() -> pair(facts, Meaning.X_BINNING, Meaning.Y_BINNING, "x"));
    }

    private static Optional<String> pair(HeaderFacts facts, Meaning first, Meaning second, String between) {
        Optional<String> one = facts.text(first).map(GainRule::settingText);
        Optional<String> other = facts.text(second).map(GainRule::settingText);
        return one.flatMap(a -> other.map(b -> a + between + b));
    }

    /** The temperature that was asked for, as it is said; else the measured one, to the nearest step of the tolerance. */
    private Optional<String> temperature(HeaderFacts facts) throws UnfitFile {
        Optional<Double> asked = facts.number(Meaning.SET_TEMPERATURE);
        if (asked.isPresent()) {
            return asked.map(ConfigurationReader::plain);
        }
        Optional<Found> measured = facts.find(Meaning.TEMPERATURE);
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        double steps = Math.rint(measured.get().number() / temperatureTolerance);
        return Optional.of(plain(steps * temperatureTolerance));
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.1f", value + 0.0).replaceFirst("^-0\\.0$", "0.0");
    }
}
