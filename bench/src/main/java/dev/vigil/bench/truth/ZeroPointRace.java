package dev.vigil.bench.truth;

import dev.vigil.bench.OwnCpu;
import dev.vigil.bench.Quantiles;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.steps.MeasureZeroPoint;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the zero point of a solved exposure is from the truth, and what it costs.
 *
 * @param off in magnitudes; empty where there is none
 */
record ZeroPointRace(Optional<Double> off, double cpuSeconds) {

    private static final Instant JANUARY_2000 = Instant.parse("2000-01-01T12:00:00Z");

    /** Measures once for each round; the median counts, without the first rounds. */
    static ZeroPointRace run(
            Findings sources, Size size, Header header, References references, StarTruth truth, int warmUp, int rounds)
            throws IOException {
        Whereabouts where = new Whereabouts(
                PointingCards.of(header, header, TruthNight.detector(header)),
                Optional.of(JANUARY_2000),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of());
        SolveAstrometry solving = SolveAstrometry.by(references, "bench");
        Findings placed = solving.compare(sources, size, where);
        MeasureZeroPoint step =
                new MeasureZeroPoint(solving.references(), TruthNight.exposure(header), Optional.empty());
        List<Double> seconds = new ArrayList<>();
        Photometry photometry = placed.photometry();
        for (int round = 0; round < warmUp + rounds; round++) {
            double before = OwnCpu.seconds();
            photometry = step.compare(placed, size, where).photometry();
            seconds.add(OwnCpu.seconds() - before);
        }
        double exposure = StarTruth.magnitudes(TruthNight.exposure(header).toMillis() / 1000.0);
        return new ZeroPointRace(
                photometry.calibrated().map(found -> found.zeroPoint().magnitude() + exposure - truth.zeroPoint()),
                Quantiles.of(seconds.subList(warmUp, seconds.size())).p50());
    }
}
