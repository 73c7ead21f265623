package dev.vigil.reduction.photometry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stars whose colours are known, as far as they can tell how the zero point changes with colour. */
record ColouredStars(String colour, List<Standard> stars) {
    private static final int FEWEST = 20;

    /** Between the bluest and the reddest tenth, in magnitudes: less tells nothing of a slope. */
    private static final double LEAST_SPREAD = 0.3;

    /** A zero point holds for a star like the Sun, so that it means the same in every field; Tycho's by B-V = 0.653. */
    private static final Map<String, Double> OF_THE_SUN = Map.of("BP-RP", 0.82, "g-r", 0.44, "BT-VT", 0.77);

    ColouredStars {
        stars = stars.stream().filter(star -> star.colour().isPresent()).toList();
    }

    boolean canTell() {
        return stars.size() >= FEWEST && share(0.9) - share(0.1) >= LEAST_SPREAD;
    }

    ZeroPoint zeroPoint() {
        double reference = reference();
        StarLine line = StarLine.sloped(stars, reference);
        double[] used = colours(line.used());
        ColourTerm term =
                new ColourTerm(colour, line.slope(), line.slopeError(), reference, used[0], used[used.length - 1]);
        return new ZeroPoint(line.level(), line.levelError(), line.scatter(), used.length, Optional.of(term));
    }

    /** Where no star is like the Sun, one in the middle stands in. */
    private double reference() {
        return Optional.ofNullable(OF_THE_SUN.get(colour))
                .filter(sun -> sun >= share(0.1) && sun <= share(0.9))
                .orElseGet(() -> share(0.5));
    }

    private double share(double of) {
        double[] sorted = colours(stars);
        return sorted[(int) Math.round(of * (sorted.length - 1))];
    }

    private static double[] colours(List<Standard> of) {
        return of.stream()
                .mapToDouble(star -> star.colour().orElseThrow())
                .sorted()
                .toArray();
    }
}
