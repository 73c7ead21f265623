package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.InMemoryReferences;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** A catalogue of stars that move, and what a camera of known coordinates saw of them at an epoch, drawn from a seed. */
final class MadeField implements References {
    static final int SIDE = 2048;
    static final PixelPosition CENTRE = new PixelPosition((SIDE + 1) / 2.0, (SIDE + 1) / 2.0);
    static final Epoch CATALOGUE = new Epoch(2016);

    private static final double REACH = 1.5;
    private static final double SECONDS = 3600;

    private final List<Known> known = new ArrayList<>();
    final List<Detection> detections = new ArrayList<>();

    /** A star at the catalogue's epoch; the motion is in degrees per year along the axes of right ascension and declination. */
    private record Known(SkyPosition place, double east, double north, double magnitude, double error) {
        SkyPosition at(Epoch epoch) {
            double years = epoch.julianYear() - CATALOGUE.julianYear();
            return place.skyAt(new Offset(east * years, north * years));
        }
    }

    /**
     * How a field is drawn.
     *
     * @param share of sources that are no stars, and of stars that are not seen
     * @param catalogueError of a star's place, in arc seconds along one axis
     * @param motion of a star in arc seconds per year along one axis
     */
    record Drawn(int stars, double share, double catalogueError, double motion, Epoch epoch) {}

    static MadeField of(long seed, WorldCoordinates truth, Drawn drawn) {
        MadeField field = new MadeField();
        Random random = new Random(seed);
        for (int i = 0; i < drawn.stars(); i++) {
            field.addStar(truth, drawn, 10 + 8.0 * i / drawn.stars(), random);
        }
        return field;
    }

    private void addStar(WorldCoordinates truth, Drawn drawn, double magnitude, Random random) {
        double spread = 2 * REACH * SIDE * truth.map().arcsecondsPerPixel() / SECONDS / 2;
        Offset place = new Offset((random.nextDouble() * 2 - 1) * spread, (random.nextDouble() * 2 - 1) * spread);
        double error = drawn.catalogueError() / SECONDS;
        double motion = drawn.motion() / SECONDS;
        SkyPosition real = truth.reference().skyAt(place);
        Known star = new Known(real, motion * random.nextGaussian(), motion * random.nextGaussian(), magnitude, error);
        Offset off = new Offset(error * random.nextGaussian(), error * random.nextGaussian());
        known.add(new Known(real.skyAt(off), star.east(), star.north(), magnitude, error));
        Optional<PixelPosition> pixel = truth.pixelAt(star.at(drawn.epoch())).filter(MadeField::isSeen);
        if (pixel.isPresent()) {
            add(pixel.get(), drawn.share(), magnitude, random);
        }
    }

    private void add(PixelPosition pixel, double share, double magnitude, Random random) {
        double error = 0.01 + 0.1 * Math.pow(10, 0.2 * (magnitude - 18));
        boolean stranger = random.nextDouble() < share;
        double x = stranger ? 1 + random.nextDouble() * (SIDE - 1) : pixel.x() + error * random.nextGaussian();
        double y = stranger ? 1 + random.nextDouble() * (SIDE - 1) : pixel.y() + error * random.nextGaussian();
        detections.add(new Detection(new PixelPosition(x, y), error, Math.pow(10, -0.4 * magnitude), true));
    }

    private static boolean isSeen(PixelPosition pixel) {
        return pixel.x() >= 1 && pixel.x() <= SIDE && pixel.y() >= 1 && pixel.y() <= SIDE;
    }

    SkyField seenFrom(Pointing pointing, Epoch epoch, List<Shift> shifts) {
        return new SkyField(detections, SIDE, SIDE, pointing, epoch, shifts);
    }

    /** The root mean square of the distances between two coordinates over the detector, in arc seconds. */
    static double distance(WorldCoordinates one, WorldCoordinates other) {
        double sum = 0;
        int many = 0;
        for (int x = 1; x <= SIDE; x += 89) {
            for (int y = 1; y <= SIDE; y += 89) {
                PixelPosition pixel = new PixelPosition(x, y);
                double distance = one.skyAt(pixel).arcsecondsFrom(other.skyAt(pixel));
                sum += distance * distance;
                many++;
            }
        }
        return Math.sqrt(sum / many);
    }

    @Override
    public String name() {
        return "made";
    }

    @Override
    public ReferenceBand band() {
        return new ReferenceBand("V", "Vega", Optional.empty());
    }

    @Override
    public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
        List<ReferenceStar> then = known.stream()
                .map(star -> new ReferenceStar(
                        star.at(epoch),
                        OptionalDouble.of(star.error() * SECONDS),
                        star.magnitude(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        true))
                .toList();
        return new InMemoryReferences(name(), then).around(centre, radiusDegrees, epoch, atMost);
    }
}
