package dev.vigil.reduction.detectors;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One readout channel of a detector: which pixels it read, and how it turned charge into counts.
 *
 * @param dataSection the pixels that saw the sky
 * @param biasSection the overscan that was read with them, if the camera has any; it spans the same rows
 * @param gain electrons per ADU
 * @param readNoise electrons
 * @param saturation the raw count, in ADU, from which a pixel is saturated
 * @param linearity how counts depend on light, where it is known that they are not proportional to it
 */
public record Amplifier(
        Section dataSection,
        Optional<Section> biasSection,
        OptionalDouble gain,
        OptionalDouble readNoise,
        OptionalDouble saturation,
        Optional<Linearity> linearity) {
    public Amplifier {
        Objects.requireNonNull(dataSection);
        Objects.requireNonNull(linearity);
        biasSection.ifPresent(section -> mustSpanTheRowsOf(dataSection, section));
        mustBePositive("gain", gain);
        mustBePositive("saturation", saturation);
        mustNotBeNegative("read noise", readNoise);
    }

    /** An amplifier whose counts are taken to be proportional to light. */
    public Amplifier(
            Section dataSection,
            Optional<Section> biasSection,
            OptionalDouble gain,
            OptionalDouble readNoise,
            OptionalDouble saturation) {
        this(dataSection, biasSection, gain, readNoise, saturation, Optional.empty());
    }

    /** An amplifier about which nothing is known but its pixels. */
    public static Amplifier of(Section dataSection) {
        return new Amplifier(
                dataSection, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    public Amplifier withBiasSection(Section section) {
        return new Amplifier(dataSection, Optional.of(section), gain, readNoise, saturation, linearity);
    }

    public Amplifier withGain(double electronsPerCount) {
        return new Amplifier(
                dataSection, biasSection, OptionalDouble.of(electronsPerCount), readNoise, saturation, linearity);
    }

    public Amplifier withReadNoise(double electrons) {
        return new Amplifier(dataSection, biasSection, gain, OptionalDouble.of(electrons), saturation, linearity);
    }

    public Amplifier withSaturation(double counts) {
        return new Amplifier(dataSection, biasSection, gain, readNoise, OptionalDouble.of(counts), linearity);
    }

    public Amplifier withLinearity(Linearity curve) {
        return new Amplifier(dataSection, biasSection, gain, readNoise, saturation, Optional.of(curve));
    }

    /** The same where its pixels are elsewhere, and its overscan is gone. */
    Amplifier movedTo(Section place) {
        return new Amplifier(place, Optional.empty(), gain, readNoise, saturation, linearity);
    }

    private static void mustSpanTheRowsOf(Section data, Section bias) {
        if (bias.y() > data.y() || bias.endY() < data.endY()) {
            throw new IllegalArgumentException(
                    "The bias section " + bias + " does not span the rows of the data section " + data);
        }
    }

    private static void mustBePositive(String name, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble()))) {
            throw new IllegalArgumentException("The " + name + " must be positive, not " + value.getAsDouble());
        }
    }

    private static void mustNotBeNegative(String name, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() >= 0 && Double.isFinite(value.getAsDouble()))) {
            throw new IllegalArgumentException("The " + name + " must not be negative, not " + value.getAsDouble());
        }
    }
}
