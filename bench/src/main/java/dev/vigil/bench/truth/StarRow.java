package dev.vigil.bench.truth;

import dev.vigil.bench.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * What one of them brought on one exposure.
 *
 * @param seeing the relative error of the stars' width
 */
record StarRow(String who, int exposure, List<Double> seconds, double seeing, StarScore score) {
    static final String OURS = "Vigil";
    static final String PEER = "SExtractor";
    static final String[] HEADS = {
        "",
        "exposure",
        "CPU s",
        "sources",
        "purity",
        "90 % to mag",
        "50 % to mag",
        "px, 12-14 mag",
        "px, 14-16 mag",
        "zero point, mag",
        "width, %"
    };

    private static final double MOST_CPU = 0.6;
    private static final double LEAST_PURITY = 0.995;
    private static final double MOST_ZERO_POINT = 0.003;
    private static final double MOST_SEEING = 0.01;

    /** One star more or less in a bin of a hundred is chance. */
    private static final double CHANCE = 0.012;

    /** A scatter that is known from some hundred stars is known to a few per cent. */
    private static final double ALIKE = 1.03;

    double cpu() {
        return Quantiles.of(seconds).p50();
    }

    Object[] cells() {
        return new Object[] {
            who,
            exposure,
            "%.2f".formatted(cpu()),
            score.found(),
            "%.4f".formatted(score.purity()),
            "%.2f".formatted(score.depth(0.9)),
            "%.2f".formatted(score.depth(0.5)),
            "%.4f".formatted(score.centroids()[0]),
            "%.4f".formatted(score.centroids()[1]),
            "%+.4f".formatted(score.zeroPoint()),
            "%+.2f".formatted(100 * seeing)
        };
    }

    private boolean isOurs() {
        return who.startsWith(OURS);
    }

    boolean isMissed(List<StarRow> all) {
        return !complaints(all).isEmpty();
    }

    /** What falls short of the aims, or of the other program on the same exposure. */
    List<String> complaints(List<StarRow> all) {
        List<String> complaints = new ArrayList<>();
        if (!isOurs()) {
            return complaints;
        }
        addIf(cpu() > MOST_CPU, "CPU", complaints);
        addIf(score.purity() < LEAST_PURITY, "purity", complaints);
        addIf(Math.abs(score.zeroPoint()) > MOST_ZERO_POINT, "zero point", complaints);
        addIf(Math.abs(seeing) > MOST_SEEING, "width", complaints);
        all.stream()
                .filter(row -> row.who.equals(PEER) && row.exposure == exposure)
                .forEach(peer -> compare(peer.score, complaints));
        return complaints;
    }

    private void compare(StarScore peer, List<String> complaints) {
        for (int i = 0; i < peer.completeness().length; i++) {
            addIf(
                    score.completeness()[i] < peer.completeness()[i] - CHANCE,
                    "completeness at %.2f mag, %.3f for %.3f"
                            .formatted(
                                    StarScore.BRIGHTEST + StarScore.STEP * (i + 0.5),
                                    score.completeness()[i],
                                    peer.completeness()[i]),
                    complaints);
        }
        addIf(score.centroids()[0] > ALIKE * peer.centroids()[0], "positions of bright stars", complaints);
        addIf(score.centroids()[1] > ALIKE * peer.centroids()[1], "positions of fainter stars", complaints);
    }

    private void addIf(boolean missed, String what, List<String> complaints) {
        if (missed) {
            complaints.add("MISSED: " + who + ", exposure " + exposure + ": " + what);
        }
    }
}
