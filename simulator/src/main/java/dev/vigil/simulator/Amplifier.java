package dev.vigil.simulator;

/**
 * One readout of a detector: a rectangle of its light, counted from 0, with overscan columns behind each row.
 *
 * @param gain electrons per ADU
 * @param readNoise electrons
 */
public record Amplifier(
        String name, int left, int bottom, int width, int height, int overscan, double gain, double readNoise) {
    public Amplifier {
        if (left < 0 || bottom < 0 || width < 1 || height < 1 || overscan < 0) {
            throw new IllegalArgumentException("amplifier " + name + " reads nothing: " + width + " x " + height);
        }
    }

    /** Data and overscan. */
    public int readWidth() {
        return width + overscan;
    }
}
