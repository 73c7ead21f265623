package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.photometry.ColourTerm;
import dev.vigil.reduction.statistics.Median;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How the zero point of a whole frame changes with the colour of stars: the median of its detectors.
 *
 * @param coefficient magnitudes per magnitude of colour
 * @param error its standard error
 * @param bluest the least colour of the stars that say so, on any detector
 * @param reddest the greatest
 */
public record ColourSummary(
        OptionalDouble coefficient, OptionalDouble error, OptionalDouble bluest, OptionalDouble reddest) {

    static ColourSummary of(Collection<ColourTerm> detectors) {
        return new ColourSummary(
                Median.known(detectors.stream()
                        .map(term -> OptionalDouble.of(term.coefficient()))
                        .toList()),
                Median.known(detectors.stream()
                        .map(term -> OptionalDouble.of(term.error()))
                        .toList()),
                detectors.stream().mapToDouble(ColourTerm::bluest).min(),
                detectors.stream().mapToDouble(ColourTerm::reddest).max());
    }

    static ColourSummary read(Header cards) {
        return new ColourSummary(
                cards.number(PhotometryCards.COLOUR),
                cards.number(PhotometryCards.COLOUR_ERROR),
                cards.number(PhotometryCards.BLUEST),
                cards.number(PhotometryCards.REDDEST));
    }

    void add(Header.Builder cards) {
        cards.put(PhotometryCards.COLOUR, coefficient, "[mag/mag] of L1ZP, by the star's colour");
        cards.put(PhotometryCards.COLOUR_ERROR, error, "[mag/mag] standard error of that");
        cards.put(PhotometryCards.BLUEST, bluest, "[mag] colour of the bluest star used");
        cards.put(PhotometryCards.REDDEST, reddest, "[mag] and of the reddest");
    }
}
