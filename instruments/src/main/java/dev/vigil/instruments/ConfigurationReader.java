package dev.vigil.instruments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the camera's configuration from the headers. */
final class ConfigurationReader {
    private ConfigurationReader() {}

    static Configuration read(HeaderFacts facts, List<Detector> detectors) throws UnfitFile {
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

    static Optional<String> binning(HeaderFacts facts) {
        return facts.text(Meaning.BINNING)
                .map(text -> text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", "x"))
                .or(() -> pair(facts, Meaning.X_BINNING, Meaning.Y_BINNING, "x"));
    }

    private static Optional<String> pair(HeaderFacts facts, Meaning first, Meaning second, String between) {
        Optional<String> one = facts.text(first).map(GainRule::settingText);
        Optional<String> other = facts.text(second).map(GainRule::settingText);
        return one.flatMap(a -> other.map(b -> a + between + b));
    }

    private static Optional<Double> temperature(HeaderFacts facts) throws UnfitFile {
        Optional<Double> asked = facts.number(Meaning.SET_TEMPERATURE);
        return asked.isPresent() ? asked : facts.number(Meaning.TEMPERATURE);
    }
}
