package dev.vigil.instruments;

import java.util.List;
import java.util.Objects;

/** One image of a file: which HDU of the uncompressed file (counted from zero) holds it, its size, and the amplifiers that read it. */
public record Detector(int hdu, String name, int width, int height, List<Amplifier> amplifiers) {
    public Detector {
        Objects.requireNonNull(name, "name");
        amplifiers = List.copyOf(amplifiers);
        if (hdu < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("no image: HDU " + hdu + ", " + width + " x " + height);
        }
        if (amplifiers.isEmpty()) {
            throw new IllegalArgumentException("a detector is read by at least one amplifier");
        }
    }

    /** Where data and overscan lie, in a form that is equal exactly when the layouts are. */
    String layout() {
        StringBuilder text = new StringBuilder(name + ":" + width + "x" + height);
        for (Amplifier amplifier : amplifiers) {
            text.append(":").append(amplifier.data());
            amplifier.bias().ifPresent(bias -> text.append("-").append(bias));
        }
        return text.toString();
    }
}
