package dev.vigil.schemas.events;

import java.util.Objects;
import java.util.Optional;

/**
 * One read-out port of a detector, with sections as FITS writes them: [x1:x2,y1:y2].
 *
 * @param data where the light is
 * @param bias where the overscan is, when there is one
 * @param gain electrons per count, when known
 * @param readNoise electrons, when known
 * @param saturation counts at which the amplifier saturates, when known
 */
public record Amplifier(
        String data,
        Optional<String> bias,
        Optional<Double> gain,
        Optional<Double> readNoise,
        Optional<Double> saturation) {
    public Amplifier {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(bias, "bias");
        Objects.requireNonNull(gain, "gain");
        Objects.requireNonNull(readNoise, "readNoise");
        Objects.requireNonNull(saturation, "saturation");
    }
}
