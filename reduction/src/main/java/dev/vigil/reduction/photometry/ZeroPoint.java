package dev.vigil.reduction.photometry;

import java.util.List;
import java.util.Optional;

/**
 * The magnitude of one electron per second.
 *
 * @param error its standard error, as the stars scatter
 * @param scatter of single stars about it, in magnitudes
 * @param stars how many it rests on
 * @param colour how it changes with the colour of a star, where the stars can tell
 */
public record ZeroPoint(double magnitude, double error, double scatter, int stars, Optional<ColourTerm> colour) {
    /** Fewer stars say too little of each other. */
    public static final int FEWEST = 5;

    /** What stars without colours say; nothing if too few of them agree. */
    public static Optional<ZeroPoint> of(List<Standard> standards) {
        return of(standards, Optional.empty());
    }

    /**
     * What the stars say, with a colour term where enough of them have colours that differ enough; nothing if too few
     * of them agree.
     *
     * @param colour what the colours of the stars are
     */
    public static Optional<ZeroPoint> of(List<Standard> standards, Optional<String> colour) {
        if (standards.size() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(colour.map(name -> new ColouredStars(name, standards))
                        .filter(ColouredStars::canTell)
                        .map(ColouredStars::zeroPoint)
                        .orElseGet(() -> level(StarLine.level(standards))))
                .filter(found -> found.stars() >= FEWEST);
    }

    private static ZeroPoint level(StarLine line) {
        return new ZeroPoint(
                line.level(), line.levelError(), line.scatter(), line.used().size(), Optional.empty());
    }
}
