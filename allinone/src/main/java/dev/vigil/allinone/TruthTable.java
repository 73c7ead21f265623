package dev.vigil.allinone;

import dev.vigil.cli.terminal.Table;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.ledger.Measured;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightTruth;
import dev.vigil.simulator.NightTruth.FrameTruth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured on the reduced frames of a simulated night, beside what was simulated. */
final class TruthTable {
    private static final String STARS = Measurable.ASTROMETRY_STARS.key();
    private static final String RESIDUAL = Measurable.ASTROMETRY_RESIDUAL.key();
    private static final String ZERO_POINT = Measurable.ZERO_POINT.key();

    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity(
                    "seeing, pixels",
                    FrameTruth::seeing,
                    found -> found.measurements().seeing(),
                    Scale.SHARE),
            new Quantity(
                    "sky, electrons",
                    FrameTruth::sky,
                    found -> found.measurements().sky(),
                    Scale.SHARE),
            new Quantity(
                    "zero point, mag",
                    FrameTruth::zeroPoint,
                    found -> Optional.ofNullable(found.measurements().others().get(ZERO_POINT)),
                    Scale.MAGNITUDES));

    private TruthTable() {}

    /** How far off a measurement is: by a share of the truth, or by so many magnitudes. */
    private enum Scale {
        SHARE,
        MAGNITUDES;

        double off(Pair pair) {
            return this == SHARE
                    ? Math.abs(pair.measured() / pair.truth() - 1)
                    : Math.abs(pair.measured() - pair.truth());
        }

        String text(double off) {
            return this == SHARE
                    ? String.format(Locale.ROOT, "%.2f %%", 100 * off)
                    : String.format(Locale.ROOT, "%.4f mag", off);
        }
    }

    private record Quantity(
            String name,
            ToDoubleFunction<FrameTruth> truth,
            Function<Measured, Optional<Double>> measured,
            Scale scale) {
        Optional<Pair> pair(FrameTruth frame, Measured found) {
            return measured.apply(found).map(value -> new Pair(truth.applyAsDouble(frame), value));
        }
    }

    private record Pair(double truth, double measured) {}

    /** A line for each quantity, heads first; none at all if nothing was measured. */
    static List<String> lines(NightTruth night, List<Measured> measured) {
        Map<String, FrameTruth> truths = truths(night);
        List<Measured> reduced = reduced(measured)
                .filter(found -> truths.containsKey(found.frame().path()))
                .toList();
        Table table = new Table("measured", "frames", "truth", "found", "off, median", "off, most");
        for (Quantity quantity : QUANTITIES) {
            List<Pair> pairs = reduced.stream()
                    .flatMap(found -> quantity.pair(truths.get(found.frame().path()), found).stream())
                    .toList();
            if (!pairs.isEmpty()) {
                table.row(row(quantity, pairs));
            }
        }
        List<String> lines = table.lines();
        return lines.size() > 1 ? lines : List.of();
    }

    private static Map<String, FrameTruth> truths(NightTruth night) {
        return night.frames().stream()
                .collect(Collectors.toMap(
                        each -> night.unit() + "/" + each.path(), Function.identity(), (first, detector) -> first));
    }

    /**
     * How many of all science frames of the night were placed on the sky, what became of the others, and how far the stars then lie
     * from the catalogue; nothing if none was tried.
     */
    static Optional<String> placed(NightTruth night, List<Measured> measured) {
        long science = truths(night).values().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                .count();
        List<Map<String, Double>> tried = reduced(measured)
                .map(found -> found.measurements().others())
                .filter(others -> others.containsKey(STARS))
                .toList();
        double[] residuals = tried.stream()
                .filter(others -> others.containsKey(RESIDUAL))
                .mapToDouble(others -> others.get(RESIDUAL))
                .sorted()
                .toArray();
        if (tried.isEmpty()) {
            return Optional.empty();
        }
        String residual = residuals.length == 0
                ? ""
                : String.format(Locale.ROOT, ", residual %.3f\u2033 at the median", median(residuals));
        return Optional.of("solved on the sky: " + residuals.length + " of " + science + " science frames"
                + others(tried.size() - residuals.length, science - tried.size()) + residual);
    }

    private static String others(long unsolved, long untried) {
        String words = Stream.of(
                        unsolved > 0 ? unsolved + " not solved" : "",
                        untried > 0 ? untried + " not reduced, or without a catalogue" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private static Stream<Measured> reduced(List<Measured> measured) {
        return measured.stream().filter(found -> found.made() == ReductionKind.FULL);
    }

    private static Object[] row(Quantity quantity, List<Pair> pairs) {
        return new Object[] {
            quantity.name(),
            pairs.size(),
            number(median(pairs, Pair::truth)),
            number(median(pairs, Pair::measured)),
            quantity.scale().text(median(pairs, quantity.scale()::off)),
            quantity.scale()
                    .text(pairs.stream()
                            .mapToDouble(quantity.scale()::off)
                            .max()
                            .orElseThrow())
        };
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return median(pairs.stream().mapToDouble(value).sorted().toArray());
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
