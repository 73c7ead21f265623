package dev.vigil.instruments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything about the camera that must agree before two frames may be combined, or one be calibrated by the other.
 * Filter, exposure and flat kind are not part of it: whether they matter depends on the master.
 *
 * @param temperature of the sensor in degrees Celsius, as it was set, else as it was measured
 */
public record Configuration(
        Optional<String> camera,
        Optional<String> serial,
        Optional<String> window,
        Optional<String> binning,
        Optional<String> gainSetting,
        Optional<String> offset,
        Optional<String> readMode,
        Optional<Double> temperature,
        Optional<String> rowOrder,
        String amplifierLayout) {
    public Configuration {
        for (Optional<?> part :
                List.of(camera, serial, window, binning, gainSetting, offset, readMode, temperature, rowOrder)) {
            Objects.requireNonNull(part, "part");
        }
        Objects.requireNonNull(amplifierLayout, "amplifierLayout");
    }

    /**
     * One line of text that is equal exactly when the configurations agree, and that a person can read:
     * {@code camera=QHY600;binning=2x2;amplifiers=1:1024x1024:[1:1024,1:1024]}. What is unknown is left out, and so
     * is the temperature: it need not be equal, only near.
     */
    public String key() {
        return Stream.of(
                        part("camera", camera),
                        part("serial", serial),
                        part("window", window),
                        part("binning", binning),
                        part("gain", gainSetting),
                        part("offset", offset),
                        part("read", readMode),
                        part("rows", rowOrder),
                        part("amplifiers", Optional.of(amplifierLayout)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(";"));
    }

    private static Optional<String> part(String name, Optional<String> value) {
        return value.map(text -> name + "=" + text.replace("%", "%25").replace(";", "%3B"));
    }
}
