package dev.vigil.allinone;

import dev.vigil.cli.Table;
import dev.vigil.ledger.Measured;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.simulator.NightTruth;
import dev.vigil.simulator.NightTruth.FrameTruth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured on the reduced frames of a simulated night, beside what was simulated. */
final class TruthTable {
    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity(
                    "seeing, pixels",
                    FrameTruth::seeing,
                    found -> found.measurements().seeing()),
            new Quantity(
                    "sky, electrons",
                    FrameTruth::sky,
                    found -> found.measurements().sky()));

    private TruthTable() {}

    private record Quantity(
            String name, ToDoubleFunction<FrameTruth> truth, Function<Measured, Optional<Double>> measured) {
        Optional<Pair> pair(FrameTruth frame, Measured found) {
            return measured.apply(found).map(value -> new Pair(truth.applyAsDouble(frame), value));
        }
    }

    private record Pair(double truth, double measured) {
        double off() {
            return Math.abs(measured / truth - 1);
        }
    }

    /** A line for each quantity, heads first; none at all if nothing was measured. */
    static List<String> lines(NightTruth night, List<Measured> measured) {
        Map<String, FrameTruth> truths = night.frames().stream()
                .collect(Collectors.toMap(
                        each -> night.unit() + "/" + each.path(), Function.identity(), (first, detector) -> first));
        List<Measured> reduced = measured.stream()
                .filter(found -> found.made() == ReductionKind.FULL)
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

    private static Object[] row(Quantity quantity, List<Pair> pairs) {
        return new Object[] {
            quantity.name(),
            pairs.size(),
            number(median(pairs, Pair::truth)),
            number(median(pairs, Pair::measured)),
            percent(median(pairs, Pair::off)),
            percent(pairs.stream().mapToDouble(Pair::off).max().orElseThrow())
        };
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        double[] sorted = pairs.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
