package dev.vigil.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds sources: touching pixels of a lightly smoothed image that stand out of the sky. */
final class SourceFinder {
    /** What the smoothing leaves of the noise of one pixel: the root of the sum of the squared weights. */
    private static final float NOISE_LEFT = 0.375f;

    /** A pixel that holds more than this share of its neighbourhood's light was not lit through a telescope. */
    private static final float SHARPEST = 0.7f;

    private static final int SPOILED = Background.UNUSABLE | MaskBit.COSMIC_RAY.value();

    private final DetectorImage image;
    private final Detection detection;
    private final Background background;
    private final int width;
    private final int height;

    /** The image without its sky; zero where there is no usable value. */
    private final float[] residual;

    private final boolean[] bright;
    private int[] stack = new int[1024];

    SourceFinder(DetectorImage image, Detection detection, Background background) {
        this.image = image;
        this.detection = detection;
        this.background = background;
        this.width = image.size().width();
        this.height = image.size().height();
        this.residual = new float[width * height];
        this.bright = new boolean[width * height];
    }

    List<Source> find() {
        subtractSky();
        markBright();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < bright.length; i++) {
            if (bright[i]) {
                collect(i, sources);
            }
        }
        return sources;
    }

    float[] residual() {
        return residual;
    }

    private void subtractSky() {
        float[] sky = new float[width];
        int useless = MaskBit.of(MaskBit.BAD, MaskBit.NO_DATA);
        for (int y = 0; y < height; y++) {
            background.row(y, sky);
            for (int x = 0, i = y * width; x < width; x++, i++) {
                float value = image.science()[i] - sky[x];
                residual[i] = (image.mask()[i] & useless) == 0 && Float.isFinite(value) ? value : 0f;
            }
        }
    }

    /** Smooths by weights 1 2 1 along both axes; the outermost pixels are left out. */
    private void markBright() {
        float[] columns = new float[width];
        float[] noise = new float[width];
        float limit = (float) (detection.sigma() * NOISE_LEFT);
        for (int y = 1; y < height - 1; y++) {
            int row = y * width;
            background.noiseOfRow(y, noise);
            for (int x = 0; x < width; x++) {
                columns[x] = residual[row + x - width] + 2 * residual[row + x] + residual[row + x + width];
            }
            for (int x = 1; x < width - 1; x++) {
                float smooth = (columns[x - 1] + 2 * columns[x] + columns[x + 1]) / 16;
                bright[row + x] = smooth > limit * noise[x];
            }
        }
    }

    /** Takes out all bright pixels that touch this one, and keeps them as a source if they look like one. */
    private void collect(int start, List<Source> sources) {
        int pixels = 0;
        int peak = start;
        int marks = 0;
        double flux = 0;
        int waiting = push(0, start);
        while (waiting > 0) {
            int i = stack[--waiting];
            pixels++;
            flux += residual[i];
            marks |= image.mask()[i];
            peak = residual[i] > residual[peak] ? i : peak;
            waiting = pushNeighbours(waiting, i);
        }
        if (pixels >= detection.fewestPixels() && !isOnePixel(peak)) {
            sources.add(new Source(peak % width, peak / width, flux, (marks & SPOILED) == 0 && isInside(peak)));
        }
    }

    private int pushNeighbours(int waiting, int i) {
        int filled = waiting;
        filled = bright[i - 1] ? push(filled, i - 1) : filled;
        filled = bright[i + 1] ? push(filled, i + 1) : filled;
        filled = bright[i - width] ? push(filled, i - width) : filled;
        return bright[i + width] ? push(filled, i + width) : filled;
    }

    private int push(int filled, int i) {
        if (filled == stack.length) {
            stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        bright[i] = false;
        stack[filled] = i;
        return filled + 1;
    }

    /** A hot pixel or the track of a particle. */
    private boolean isOnePixel(int peak) {
        float sum = 0;
        for (int row = peak - width; row <= peak + width; row += width) {
            sum += residual[row - 1] + residual[row] + residual[row + 1];
        }
        return residual[peak] > SHARPEST * sum;
    }

    private boolean isInside(int i) {
        int margin = 8;
        int x = i % width;
        int y = i / width;
        return x >= margin && y >= margin && x < width - margin && y < height - margin;
    }
}
