package dev.vigil.reduction.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class StarProfileTest {
    @Property(tries = 50)
    void theShareWithinARadiusIsTheSumOfItsRings(
            @ForAll @DoubleRange(min = 1.5, max = 8) double fwhm,
            @ForAll @DoubleRange(min = 2, max = 60) double beta,
            @ForAll @DoubleRange(min = 1, max = 20) double radius) {
        assertThat(new StarProfile(fwhm, beta).shareWithin(radius)).isCloseTo(sum(fwhm, beta, radius, 1), within(1e-4));
    }

    @Property(tries = 50)
    void thePixelsOfNoiseAreOneByTheSumOfItsSquare(
            @ForAll @DoubleRange(min = 1.5, max = 8) double fwhm, @ForAll @DoubleRange(min = 2, max = 60) double beta) {
        double pixels = new StarProfile(fwhm, beta).noisePixels();
        assertThat(pixels * sum(fwhm, beta, 100 * fwhm, 2)).isCloseTo(1, within(1e-3));
    }

    @Property(tries = 20)
    void aGaussianIsAProfileOfSteepWings(@ForAll @DoubleRange(min = 1.5, max = 8) double fwhm) {
        double sigma = fwhm / (2 * Math.sqrt(2 * Math.log(2)));
        assertThat(new StarProfile(fwhm, 250).noisePixels() / (4 * Math.PI * sigma * sigma))
                .isCloseTo(1, within(0.01));
    }

    /** The light in rings, or that of its square. */
    private static double sum(double fwhm, double beta, double radius, int power) {
        double scale = fwhm / 2 / Math.sqrt(Math.pow(2, 1 / beta) - 1);
        int rings = 200_000;
        double sum = 0;
        for (int i = 0; i < rings; i++) {
            double r = (i + 0.5) * radius / rings;
            double light = (beta - 1) / (Math.PI * scale * scale) * Math.pow(1 + r * r / scale / scale, -beta);
            sum += Math.pow(light, power) * 2 * Math.PI * r * radius / rings;
        }
        return sum;
    }
}
