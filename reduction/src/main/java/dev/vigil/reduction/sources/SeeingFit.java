package dev.vigil.reduction.sources;

import dev.vigil.reduction.statistics.Median;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes the seeing from the brightest clean stars, each fitted by itself. */
final class SeeingFit {
    private static final int MOST_STARS = 80;
    private static final int FEWEST_STARS = 3;
    private static final double LEAST_SIGNAL_TO_NOISE = 30;

    /** How far a star's core may be from the typical width, as a share of it. */
    private static final double ODD = 0.25;

    /** How far a stamp reaches, in widths at half maximum. */
    private static final double REACH = 2;

    private static final double USUAL_BETA = 3.5;

    private final Surroundings surroundings;
    private final double sigma;

    SeeingFit(Surroundings surroundings, double sigma) {
        this.surroundings = surroundings;
        this.sigma = sigma;
    }

    /** The seeing, if there are stars enough. */
    Optional<Seeing> of(List<Measured> sources) {
        List<Moffat> profiles = stars(sources).stream()
                .map(this::profile)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
        return profiles.size() < FEWEST_STARS ? Optional.empty() : Optional.of(typical(profiles));
    }

    private List<Measured> stars(List<Measured> sources) {
        List<Measured> clean = sources.stream().filter(SeeingFit::isClean).toList();
        if (clean.isEmpty()) {
            return clean;
        }
        double usual = Median.of(clean, Measured::coreWidth);
        return clean.stream()
                .filter(star -> Math.abs(star.coreWidth() - usual) < ODD * usual)
                .sorted(Comparator.comparingDouble(
                                (Measured star) -> -star.core().light().value())
                        .thenComparingInt(Measured::number))
                .limit(MOST_STARS)
                .toList();
    }

    private static boolean isClean(Measured source) {
        Flux light = source.core().light();
        return source.flags().isEmpty() && light.value() > LEAST_SIGNAL_TO_NOISE * light.error();
    }

    private Optional<Moffat> profile(Measured star) {
        double fwhm = sigma * Gaussian.FWHM_PER_SIGMA;
        Stamp stamp = new Stamp((int) Math.ceil(REACH * fwhm));
        surroundings.lookAt(star.number(), star.core().x(), star.core().y());
        stamp.copy(surroundings, star.core().x(), star.core().y());
        Moffat guess =
                Moffat.round(star.outline().peak(), star.core().x(), star.core().y(), fwhm, USUAL_BETA);
        return MoffatFit.fit(stamp, guess);
    }

    /** Shapes are averaged by their components, for which noise has no preferred direction; widths by their median. */
    private static Seeing typical(List<Moffat> profiles) {
        double stretch = Median.of(profiles, profile -> profile.shape().stretch());
        double slant = Median.of(profiles, profile -> profile.shape().slant());
        return new Seeing(
                Median.of(profiles, Moffat::fwhm),
                Ellipse.ellipticity(stretch, slant),
                Math.toDegrees(Math.atan2(slant, stretch) / 2),
                Median.of(profiles, Moffat::beta),
                profiles.size());
    }
}
