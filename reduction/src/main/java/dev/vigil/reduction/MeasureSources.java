package dev.vigil.reduction;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Measures the sky, counts the sources, and takes the seeing from the brightest clean stars. */
public record MeasureSources(Detection detection) implements ImageStep {
    private static final int MOST_STARS = 200;
    private static final int FEWEST_STARS = 3;

    @Override
    public Measurement measure(DetectorImage image) {
        Background background = Background.of(image, detection.box());
        if (background.isEmpty()) {
            return Measurement.NONE;
        }
        SourceFinder finder = new SourceFinder(image, detection, background);
        List<Source> sources = finder.find();
        OptionalDouble fwhm = seeing(sources, finder.residual(), image.size());
        return new Measurement(
                OptionalDouble.of(background.level()),
                OptionalDouble.of(background.noise()),
                sources.size(),
                fwhm,
                fwhm.isPresent() ? Set.of() : EnumSet.of(Flag.TOO_FEW_STARS));
    }

    private static OptionalDouble seeing(List<Source> sources, float[] residual, Size size) {
        List<OptionalDouble> widths = sources.stream()
                .filter(Source::clean)
                .sorted(Comparator.comparingDouble(Source::flux).reversed())
                .limit(MOST_STARS)
                .map(star -> StarWidth.fwhm(residual, size, star))
                .filter(OptionalDouble::isPresent)
                .toList();
        return widths.size() < FEWEST_STARS ? OptionalDouble.empty() : Levels.median(widths);
    }

    @Override
    public String printed() {
        return "measure sky, sources and seeing: " + detection;
    }
}
