package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/** A detector's light, and the amplifiers that read it. */
public record Layout(int width, int height, List<Amplifier> amplifiers) {
    /** By how much each amplifier's gain differs from the one before. */
    private static final double GAIN_STEP = 0.02;

    public Layout {
        amplifiers = List.copyOf(amplifiers);
        if (amplifiers.isEmpty()) {
            throw new IllegalArgumentException("a detector is read by at least one amplifier");
        }
    }

    /** Amplifiers of one size in rows of so many, the first row at the bottom; the light shrinks to a multiple of them. */
    public static Layout grid(
            int width, int height, int columns, List<String> names, int overscan, double gain, double readNoise) {
        int each = width / columns;
        int high = height * columns / names.size();
        List<Amplifier> amplifiers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double itsGain = Math.rint(gain * (1 + GAIN_STEP * i) * 1000) / 1000;
            int left = i % columns * each;
            int bottom = i / columns * high;
            amplifiers.add(new Amplifier(names.get(i), left, bottom, each, high, overscan, itsGain, readNoise));
        }
        return new Layout(each * columns, high * names.size() / columns, amplifiers);
    }
}
