package dev.vigil.bench.truth;

import dev.vigil.bench.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One who looks for cosmic rays: what each exposure cost and brought. */
final class Side {
    private final String name;
    private final Map<Integer, List<Turn>> turns = new TreeMap<>();
    private final Map<Integer, CosmicTruth.Score> scores = new TreeMap<>();

    Side(String name) {
        this.name = name;
    }

    void took(int exposure, Turn turn, CosmicTruth truth) {
        turns.computeIfAbsent(exposure, number -> new ArrayList<>()).add(turn);
        scores.put(exposure, truth.score(turn.found()));
    }

    /** Of all exposures together. */
    CosmicTruth.Score score() {
        return scores.values().stream().reduce(CosmicTruth.Score.NONE, CosmicTruth.Score::plus);
    }

    /** The median of all turns. */
    double cpu() {
        return median(
                turns.values().stream().flatMap(List::stream).map(Turn::cpu).toList());
    }

    List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>();
        turns.forEach((exposure, all) -> rows.add(row(String.valueOf(exposure), all, scores.get(exposure))));
        if (turns.size() > 1) {
            rows.add(row("all", turns.values().stream().flatMap(List::stream).toList(), score()));
        }
        return rows;
    }

    private Object[] row(String exposure, List<Turn> all, CosmicTruth.Score score) {
        return new Object[] {
            name,
            exposure,
            "%.2f".formatted(median(all.stream().map(Turn::cpu).toList())),
            "%.2f".formatted(median(all.stream().map(Turn::wall).toList())),
            "%.4f".formatted(score.recall()),
            "%.4f".formatted(score.precision()),
            "%.4f".formatted(score.precisionNearby()),
            score.eaten(),
            "%.2f".formatted(all.get(0).cpu())
        };
    }

    private static double median(List<Double> seconds) {
        return Quantiles.of(seconds).p50();
    }
}
