package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses clean stars that stand alone, from all over the field. */
final class StarChoice {
    /** The field is taken in so many squares along an axis, so that each of its parts has a say. */
    private static final int SQUARES = 5;

    private static final double LEAST_SPREAD = 0.15;
    private static final double SURE = 3;

    /** Another source may be no nearer than this, in widths, if it has more than this share of the light. */
    private static final double ALONE = 2;

    private static final double FAINT = 0.02;

    private final Neighbours neighbours;
    private final PointSettings settings;
    private final double fwhm;

    StarChoice(Neighbours neighbours, PointSettings settings, double fwhm) {
        this.neighbours = neighbours;
        this.settings = settings;
        this.fwhm = fwhm;
    }

    /** The brightest of each square; the field is of this size. */
    List<Source> of(List<Source> sources, int width, int height) {
        List<List<Source>> squares = new ArrayList<>();
        for (int i = 0; i < SQUARES * SQUARES; i++) {
            squares.add(new ArrayList<>());
        }
        sources.stream()
                .filter(this::isStar)
                .sorted(Comparator.comparingDouble(
                        (Source source) -> -source.inOutline().value()))
                .forEach(source -> squares.get(square(source, width, height)).add(source));
        int most = Math.max(1, settings.mostStars() / squares.size());
        return squares.stream().flatMap(square -> square.stream().limit(most)).toList();
    }

    private static int square(Source source, int width, int height) {
        return square(source.y(), height) * SQUARES + square(source.x(), width);
    }

    private static int square(double at, int side) {
        return (int) Math.max(0, Math.min((at - 0.5) * SQUARES / side, SQUARES - 1));
    }

    private boolean isStar(Source source) {
        double odd = Math.max(LEAST_SPREAD, SURE * source.spreadError());
        return source.flags().isEmpty()
                && source.inOutline().value()
                        > settings.signalToNoise() * source.inOutline().error()
                && Math.abs(source.spread()) < odd
                && neighbours.of(source, ALONE * fwhm).stream()
                        .noneMatch(other -> other.inOutline().value()
                                > FAINT * source.inOutline().value());
    }
}
