package dev.vigil.reduction;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import java.util.Arrays;
import java.util.Random;

/** Small frames made by hand or by a seed, for tests. */
public final class Frames {
    private Frames() {}

    public static DetectorImage run(Recipe recipe, Size size, float... raw) {
        return reduced(recipe, RawRows.of(size, raw)).image();
    }

    public static Reduced reduced(Recipe recipe, RawRows raw) {
        return recipe.reduce(raw).fold(reduced -> reduced, failure -> {
            throw new AssertionError(failure);
        });
    }

    public static Failure failure(Outcome<?> outcome) {
        return outcome.<Failure>fold(
                value -> {
                    throw new AssertionError("This was to fail and came to " + value);
                },
                failure -> failure);
    }

    public static <T> T value(Outcome<T> outcome) {
        return outcome.<T>fold(value -> value, failure -> {
            throw new AssertionError(failure);
        });
    }

    public static DetectorImage flat(Size size, double value, double variance) {
        DetectorImage image = DetectorImage.empty(size);
        Arrays.fill(image.science(), (float) value);
        Arrays.fill(image.variance(), (float) variance);
        return image;
    }

    public static float[] noise(Size size, double mean, double sigma, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size.pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + sigma * random.nextGaussian());
        }
        return values;
    }

    public static void addStar(float[] image, Size size, double x, double y, double flux, double fwhm) {
        double variance = Math.pow(fwhm / 2.354820045, 2);
        int reach = (int) Math.ceil(5 * fwhm);
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(size.height() - 1, (int) y + reach); row++) {
            for (int column = Math.max(0, (int) x - reach);
                    column <= Math.min(size.width() - 1, (int) x + reach);
                    column++) {
                image[row * size.width() + column] += (float) (flux * share(column - x, row - y, variance));
            }
        }
    }

    /** The mean over the pixel at this distance from the star, from 5 x 5 points. */
    private static double share(double dx, double dy, double variance) {
        double sum = 0;
        for (int i = 0; i < 25; i++) {
            double square = Math.pow(dx + (i % 5 - 2) / 5.0, 2) + Math.pow(dy + (i / 5 - 2) / 5.0, 2);
            sum += Math.exp(-square / (2 * variance));
        }
        return sum / 25 / (2 * Math.PI * variance);
    }

    public static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    public static double deviation(float[] values) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
