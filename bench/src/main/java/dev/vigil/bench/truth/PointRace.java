package dev.vigil.bench.truth;

import dev.vigil.bench.OwnCpu;
import dev.vigil.bench.Quantiles;
import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pointspread.PointFit;
import dev.vigil.reduction.pointspread.PointSettings;
import dev.vigil.reduction.pointspread.PointSources;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.FitPointSources;
import dev.vigil.reduction.steps.MeasureSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The fitting of sources as points: what it costs, and how true its light is beside that in apertures. */
record PointRace(int exposure, DetectorImage image, StarTruth truth) {
    private static final int ROUNDS_TO_WARM_UP = 5;
    private static final FitPointSources STEP = new FitPointSources(PointSettings.DEFAULT);

    /** What it came to. */
    record Result(String line, List<LightRow> rows) {}

    Result run(int rounds) throws IOException {
        Findings before = new MeasureSources(SourceSettings.DEFAULT).measure(image, Findings.NONE);
        List<Double> seconds = new ArrayList<>();
        Findings after = before;
        for (int round = 0; round < ROUNDS_TO_WARM_UP + rounds; round++) {
            double start = OwnCpu.seconds();
            after = STEP.measure(image, before);
            seconds.add(OwnCpu.seconds() - start);
        }
        double cpu =
                Quantiles.of(seconds.subList(ROUNDS_TO_WARM_UP, seconds.size())).p50();
        return result(cpu, after.catalogue().orElseThrow());
    }

    private Result result(double cpu, Catalogue catalogue) {
        List<Source> sources = catalogue.found().sources();
        PointSources.Fitted points = catalogue.points().fitted().orElseThrow();
        double[] fitted = points.fits().stream()
                .mapToDouble(fit -> fit.map(PointFit::flux).orElse(Double.NaN))
                .toArray();
        String line = "exposure %d: %d sources fitted as points in %.2f s of CPU; a model of degree %d from %d stars"
                .formatted(
                        exposure,
                        sources.size(),
                        cpu,
                        points.model().degree(),
                        points.model().stars());
        return new Result(
                line,
                List.of(
                        row("Vigil, as points", sources, fitted, 0),
                        row(
                                "Vigil, 8 pixels",
                                sources,
                                light(sources, each -> each.apertures().get(1).value()),
                                truth.apertureCorrection()),
                        row(
                                "Vigil, Kron",
                                sources,
                                light(sources, each -> each.kron().value()),
                                0)));
    }

    private static double[] light(List<Source> sources, ToDoubleFunction<Source> value) {
        return sources.stream().mapToDouble(value).toArray();
    }

    private LightRow row(String who, List<Source> sources, double[] light, double correction) {
        double[] x = light(sources, source -> source.x() - 1);
        double[] y = light(sources, source -> source.y() - 1);
        return LightRow.of(who, exposure, truth, image.size().width(), x, y, light, correction);
    }

    /** The other program's light, where it was run. */
    static List<LightRow> peers(int exposure, StarTruth truth, int side, List<Spot> spots) {
        double[] x = spots.stream().mapToDouble(Spot::x).toArray();
        double[] y = spots.stream().mapToDouble(Spot::y).toArray();
        double[] round = spots.stream().mapToDouble(Spot::flux).toArray();
        double[] kron = spots.stream().mapToDouble(Spot::kron).toArray();
        return List.of(
                LightRow.of(
                        StarRow.PEER + ", 8 pixels", exposure, truth, side, x, y, round, truth.apertureCorrection()),
                LightRow.of(StarRow.PEER + ", AUTO", exposure, truth, side, x, y, kron, 0));
    }
}
