package dev.vigil.reduction;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.InMemoryReferences;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.MeasureSources;
import dev.vigil.reduction.steps.MeasureZeroPoint;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** An image of stars whose places and magnitudes are known, and the catalogue that knows them. */
public final class StarField {
    public static final Size SIZE = new Size(512, 400);
    public static final Detector DETECTOR = Detector.of("main", 0, Amplifier.of(Section.parse("[1:512,1:400]")));
    public static final double SKY = 200;
    public static final double DEGREES = 1.0 / 3600;
    public static final WorldCoordinates TRUTH = new WorldCoordinates(
            new SkyPosition(150.02, -30.01),
            new PixelPosition(256.5, 200.5),
            new LinearMap(-DEGREES * 0.99, DEGREES * 0.1, DEGREES * 0.1, DEGREES * 0.99),
            new Distortion.None());

    /** Electrons of a star of magnitude 12. */
    public static final double LIGHT = 5e5;

    public static final Duration EXPOSURE = Duration.ofSeconds(10);
    public static final double ZERO_POINT = 12 + 2.5 * Math.log10(LIGHT / EXPOSURE.toSeconds());

    private StarField() {}

    /** Forty stars in the frame and as many around it, the brightest first. */
    public static List<ReferenceStar> stars() {
        Random random = new Random(3);
        List<ReferenceStar> stars = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            PixelPosition pixel =
                    new PixelPosition(-300 + 1100 * random.nextDouble(), -300 + 1000 * random.nextDouble());
            stars.add(ReferenceStar.of(TRUTH.skyAt(pixel), 12 + i / 40.0));
        }
        return stars;
    }

    public static References catalogue() {
        return new InMemoryReferences("forty stars", stars());
    }

    /** The same stars with colours between 0.3 and 1.9, and magnitudes that such a colour term makes of what is seen. */
    public record Coloured(double term) implements References {
        @Override
        public String name() {
            return "forty coloured stars";
        }

        @Override
        public ReferenceBand band() {
            return new ReferenceBand("G", "Vega", Optional.of("BP-RP"));
        }

        @Override
        public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
            return catalogue().around(centre, radiusDegrees, epoch, atMost).stream()
                    .map(this::coloured)
                    .toList();
        }

        private ReferenceStar coloured(ReferenceStar star) {
            double colour = 0.3 + (star.magnitude() * 777) % 1.6;
            return new ReferenceStar(
                    star.position(),
                    star.positionError(),
                    star.magnitude() + term * colour,
                    star.magnitudeError(),
                    OptionalDouble.of(colour),
                    false);
        }
    }

    public static DetectorImage image() {
        float[] pixels = Frames.noise(SIZE, SKY, Math.sqrt(SKY), 5);
        for (ReferenceStar star : stars()) {
            PixelPosition at = TRUTH.pixelAt(star.position()).orElseThrow();
            draw(pixels, at.x() - 1, at.y() - 1, LIGHT * Math.pow(10, -0.4 * (star.magnitude() - 12)));
        }
        float[] variance = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            variance[i] = Math.max(pixels[i], 1);
        }
        return new DetectorImage(SIZE, pixels, variance, new int[pixels.length]);
    }

    private static void draw(float[] pixels, double x, double y, double flux) {
        double sigma = 1.4;
        for (int i = 0; i < pixels.length; i++) {
            double dx = i % SIZE.width() - x;
            double dy = i / SIZE.width() - y;
            if (Math.abs(dx) < 10 && Math.abs(dy) < 10) {
                pixels[i] += (float)
                        (flux / (2 * Math.PI * sigma * sigma) * Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma)));
            }
        }
    }

    public static Header header(String ra) {
        return Header.builder()
                .put("RA", ra, "")
                .put("DEC", "-30:01:00", "")
                .put("PIXSCALE", 1.0, "")
                .build();
    }

    public static Whereabouts at(Header header) {
        return new Whereabouts(
                PointingCards.of(header, header, DETECTOR),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    /** What is found on it, as far as the zero point. */
    public static Findings measured(SolveAstrometry astrometry, Header header) {
        Whereabouts where = at(header);
        Findings sources = new MeasureSources(SourceSettings.DEFAULT).measure(image(), Findings.NONE);
        Findings placed = astrometry.compare(sources, SIZE, where);
        return new MeasureZeroPoint(astrometry.references(), EXPOSURE, Optional.empty()).compare(placed, SIZE, where);
    }
}
