package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.statistics.Median;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How bright one electron per second is on a whole frame: the median of its detectors.
 *
 * @param zeroPoint the magnitude of one electron per second
 * @param error its standard error
 * @param stars that it rests on, on all detectors together
 * @param scatter of single stars about it
 * @param limit the magnitude of a star that stands out by five times the sky's noise
 * @param skyBrightness magnitudes of a square second of arc of sky
 * @param colour how it changes with the colour of stars
 */
public record PhotometrySummary(
        OptionalDouble zeroPoint,
        OptionalDouble error,
        int stars,
        OptionalDouble scatter,
        OptionalDouble limit,
        OptionalDouble skyBrightness,
        ColourSummary colour) {

    static PhotometrySummary of(Photometry.Calibrated found) {
        return of(List.of(found));
    }

    static PhotometrySummary of(Collection<? extends Photometry> detectors) {
        List<Photometry.Calibrated> found =
                detectors.stream().flatMap(each -> each.calibrated().stream()).toList();
        return new PhotometrySummary(
                median(found, each -> OptionalDouble.of(each.zeroPoint().magnitude())),
                median(found, each -> OptionalDouble.of(each.zeroPoint().error())),
                found.stream().mapToInt(each -> each.zeroPoint().stars()).sum(),
                median(found, each -> OptionalDouble.of(each.zeroPoint().scatter())),
                median(found, each -> OptionalDouble.of(each.limit())),
                median(found, Photometry.Calibrated::skyBrightness),
                ColourSummary.of(found.stream()
                        .flatMap(each -> each.zeroPoint().colour().stream())
                        .toList()));
    }

    private static OptionalDouble median(
            List<Photometry.Calibrated> found, Function<Photometry.Calibrated, OptionalDouble> value) {
        return Median.known(found.stream().map(value).toList());
    }

    static PhotometrySummary read(Header cards) {
        return new PhotometrySummary(
                cards.number(PhotometryCards.ZERO_POINT),
                cards.number(PhotometryCards.ERROR),
                (int) cards.integer(PhotometryCards.STARS).orElse(0),
                cards.number(PhotometryCards.SCATTER),
                cards.number(PhotometryCards.LIMIT),
                cards.number(PhotometryCards.SKY),
                ColourSummary.read(cards));
    }

    void add(Header.Builder cards) {
        zeroPoint.ifPresent(value -> {
            cards.put(PhotometryCards.ZERO_POINT, value, "[mag] of one electron per second");
            cards.put(PhotometryCards.STARS, stars, "stars that it rests on");
        });
        cards.put(PhotometryCards.ERROR, error, "[mag] standard error of that");
        cards.put(PhotometryCards.SCATTER, scatter, "[mag] scatter of single stars");
        cards.put(PhotometryCards.LIMIT, limit, "[mag] of a star at 5 sigma");
        cards.put(PhotometryCards.SKY, skyBrightness, "[mag/arcsec2] of the sky");
        colour.add(cards);
    }
}
