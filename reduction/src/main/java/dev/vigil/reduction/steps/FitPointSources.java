package dev.vigil.reduction.steps;

import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pointspread.PointSettings;
import dev.vigil.reduction.pointspread.PointSources;
import dev.vigil.reduction.recipes.ImageStep;
import java.util.Objects;

/** Learns from the stars what a point looks like all over the field, and fits every source by that, neighbours together. */
public record FitPointSources(PointSettings settings) implements ImageStep {
    public FitPointSources {
        Objects.requireNonNull(settings);
    }

    @Override
    public Findings measure(DetectorImage image, Findings before) {
        return before.fitted(catalogue -> PointSources.of(MeasureSources.sky(image), catalogue.found(), settings));
    }

    @Override
    public String printed() {
        return "fit all sources as points, by what stars look like: " + settings;
    }
}
