package dev.vigil.instruments;

import java.util.Objects;
import java.util.Optional;

/** One readout of a detector: where its pixels lie, and its constants as far as they are known. */
public record Amplifier(
        String name,
        Section data,
        Optional<Section> bias,
        Optional<Double> electronsPerAdu,
        Optional<Double> readNoiseElectrons,
        Optional<Double> saturationAdu) {
    public Amplifier {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(bias, "bias");
        requirePositive(electronsPerAdu, "gain");
        requirePositive(readNoiseElectrons, "read noise");
        requirePositive(saturationAdu, "saturation");
    }

    private static void requirePositive(Optional<Double> value, String what) {
        if (value.isPresent() && !(value.get() > 0 && Double.isFinite(value.get()))) {
            throw new IllegalArgumentException("the " + what + " must be positive, not " + value.get());
        }
    }
}
