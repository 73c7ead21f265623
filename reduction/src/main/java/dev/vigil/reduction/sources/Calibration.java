package dev.vigil.reduction.sources;

import dev.vigil.reduction.statistics.Median;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Puts widths and spreads on a scale on which stars have the width of the seeing and no spread. */
final class Calibration {
    private static final double STAR_SIGNAL_TO_NOISE = 20;

    /** What a window of twice its width shows more of a Gaussian than one of its own. */
    private static final double OF_A_GAUSSIAN = 1.6;

    private final List<Measured> measured;
    private final double widthFactor;
    private final double starWideness;

    Calibration(List<Measured> measured, Optional<Seeing> seeing) {
        this.measured = measured;
        List<Measured> stars = measured.stream().filter(Calibration::isBright).toList();
        double width = median(stars, Measured::coreWidth).orElse(1.0);
        this.widthFactor = seeing.map(known -> known.fwhm() / width).orElse(Gaussian.FWHM_PER_SIGMA);
        this.starWideness = median(stars, Measured::wideness).orElse(OF_A_GAUSSIAN);
    }

    private static boolean isBright(Measured source) {
        Flux light = source.core().light();
        return source.flags().isEmpty() && light.value() > STAR_SIGNAL_TO_NOISE * light.error();
    }

    private static Optional<Double> median(List<Measured> things, ToDoubleFunction<Measured> value) {
        double[] values = things.stream().mapToDouble(value).toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(Median.upper(values));
    }

    List<Source> sources() {
        return measured.stream().map(this::source).toList();
    }

    private Source source(Measured source) {
        return new Source(
                source.core().x() + 1,
                source.core().y() + 1,
                source.core().positionError(),
                source.island().size(),
                source.outline().peak(),
                source.island().peak(),
                source.outline().light(),
                source.apertures().stream().map(ApertureSum::flux).toList(),
                source.kron().sum().flux(),
                source.kron().radius(),
                source.outline().shape(),
                source.core().shape(),
                widthFactor * source.coreWidth(),
                source.wideness() / starWideness - 1,
                source.widenessError() / starWideness,
                source.flags());
    }
}
