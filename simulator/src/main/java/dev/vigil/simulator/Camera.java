package dev.vigil.simulator;

import java.util.List;

/**
 * A detector of a unit, the same for all its frames: electronics, dark current, response to light.
 *
 * @param biasColumns structure of the bias along the columns that see light, in ADU
 * @param biasRows structure along the rows, overscan included, in ADU
 * @param darkCurrent electrons per second, of each pixel of the data section
 * @param response of each pixel of the data section, 1 on average
 */
record Camera(
        Layout layout,
        Geometry geometry,
        float[] biasColumns,
        float[] biasRows,
        float[] darkCurrent,
        float[] response,
        List<HotPixel> hotPixels) {
    static final double BIAS_LEVEL = 1000;
    static final double BIAS_COLUMN_SCATTER = 2;
    /** ADU from which on a pixel is not to be trusted. */
    static final int SATURATION = 60_000;
    /** Electrons per second of a pixel that is not hot. */
    static final double DARK_CURRENT = 0.02;

    Camera {
        hotPixels = List.copyOf(hotPixels);
    }

    /** A pixel with much dark current, counted from 1 as FITS does. */
    record HotPixel(int x, int y, double electronsPerSecond) {}

    static Camera of(NightPlan plan, int detector) {
        return new CameraMaker(plan, detector).make();
    }

    /** Electrons of a pixel that is full. */
    double fullWell() {
        return SATURATION * gain();
    }

    /** Electrons per ADU of the first amplifier. */
    double gain() {
        return layout.amplifiers().get(0).gain();
    }

    /** Electrons, of every amplifier. */
    double readNoise() {
        return layout.amplifiers().get(0).readNoise();
    }
}
