package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.MaskBit;

/** A reduced frame on its way into a fringe frame: its light less its slow sky as a share of that, stars left out. */
final class FringeFrame {
    /** Light of stars that is too faint to be found lies beside what is found. */
    private static final int GROWN = 4;

    private static final float STAR = 3;
    private static final int USELESS = MaskBit.UNUSABLE
            | MaskBit.of(MaskBit.NON_LINEAR, MaskBit.COSMIC_RAY, MaskBit.SATELLITE_STREAK, MaskBit.BLEED);

    private final FringeInput input;
    private final Size size;
    private final SlowSky sky;

    private FringeFrame(FringeInput input, SlowSky sky) {
        this.input = input;
        this.size = input.light().size();
        this.sky = sky;
    }

    /** Reads the whole frame once, to know its sky. */
    static FringeFrame of(FringeInput input) {
        Size size = input.light().size();
        float[] light = new float[size.pixels()];
        float[] mask = new float[size.pixels()];
        input.light().read(0, size.height(), light);
        input.mask().read(0, size.height(), mask);
        leaveOut(light, mask, light.length);
        return new FringeFrame(input, SlowSky.of(size, light));
    }

    private static void leaveOut(float[] light, float[] mask, int count) {
        for (int i = 0; i < count; i++) {
            light[i] = ((int) mask[i] & USELESS) == 0 ? light[i] : Float.NaN;
        }
    }

    String frameId() {
        return input.frameId();
    }

    /** Electrons of sky; not a number if the frame shows none. */
    float level() {
        return sky.level();
    }

    /** Puts the shares of some rows, one after the other; stars and what says nothing are not numbers. */
    void shares(int firstRow, int rows, float[] into) {
        int from = Math.max(0, firstRow - GROWN - 1);
        int to = Math.min(size.height(), firstRow + rows + GROWN + 1);
        float[] rest = aboveSky(from, to - from);
        boolean[] stars = stars(rest, to - from);
        for (int y = firstRow; y < firstRow + rows; y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean star = isNear(stars, x, y - from, to - from);
                into[(y - firstRow) * size.width() + x] =
                        star ? Float.NaN : rest[(y - from) * size.width() + x] / sky.level();
            }
        }
    }

    private float[] aboveSky(int firstRow, int rows) {
        int width = size.width();
        float[] light = new float[rows * width];
        float[] mask = new float[rows * width];
        input.light().read(firstRow, rows, light);
        input.mask().read(firstRow, rows, mask);
        leaveOut(light, mask, light.length);
        float[] level = new float[width];
        for (int y = 0; y < rows; y++) {
            sky.row(firstRow + y, level);
            for (int x = 0; x < width; x++) {
                light[y * width + x] -= level[x];
            }
        }
        return light;
    }

    /** Where the mean of three by three pixels stands out of sky and fringes. */
    private boolean[] stars(float[] rest, int rows) {
        int width = size.width();
        boolean[] stars = new boolean[rest.length];
        float limit = STAR * sky.sigma();
        for (int y = 1; y < rows - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                stars[y * width + x] = meanAround(rest, y * width + x) > limit;
            }
        }
        return stars;
    }

    private float meanAround(float[] rest, int pixel) {
        float sum = 0;
        int count = 0;
        for (int dy = -size.width(); dy <= size.width(); dy += size.width()) {
            for (int dx = -1; dx <= 1; dx++) {
                float value = rest[pixel + dy + dx];
                if (Float.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private boolean isNear(boolean[] stars, int x, int y, int rows) {
        for (int row = Math.max(0, y - GROWN); row <= Math.min(rows - 1, y + GROWN); row++) {
            for (int column = Math.max(0, x - GROWN); column <= Math.min(size.width() - 1, x + GROWN); column++) {
                if (stars[row * size.width() + column]) {
                    return true;
                }
            }
        }
        return false;
    }
}
