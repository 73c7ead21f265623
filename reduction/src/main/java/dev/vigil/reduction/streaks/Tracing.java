package dev.vigil.reduction.streaks;

import dev.vigil.reduction.statistics.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Follows a line through the image: from where to where it is bright, and how broad. */
final class Tracing {
    private static final int WINDOW = 16;
    private static final double FULL = 0.75;
    private static final int LONGEST_PIECE = 250;
    private static final int FEWEST_PIECES = 3;
    private static final double UNEVEN = 8;

    private final Sight sight;
    private final Squares squares;
    private final Streaks settings;

    Tracing(Sight sight, Squares squares, Streaks settings) {
        this.sight = sight;
        this.squares = squares;
        this.settings = settings;
    }

    Optional<Streak> streak(Line guess) {
        double[] stretch = stretch(guess);
        if (stretch[1] - stretch[0] < settings.shortest()) {
            return Optional.empty();
        }
        List<Piece> pieces = pieces(guess, stretch);
        return pieces.size() < FEWEST_PIECES || pieces.size() < (stretch[1] - stretch[0]) / pieceOf(stretch) / 2
                ? Optional.empty()
                : measured(straightened(guess, pieces), guess, stretch, isEven(pieces));
    }

    /** The longest stretch of the line that is nearly full of bright squares. */
    private double[] stretch(Line line) {
        double diagonal = Math.hypot(sight.width(), sight.height());
        int count = (int) (2 * diagonal / Squares.SIDE);
        int[] brightBefore = new int[count + 1];
        for (int k = 0; k < count; k++) {
            double along = k * Squares.SIDE - diagonal;
            brightBefore[k + 1] = brightBefore[k] + (isBright(line, along) ? 1 : 0);
        }
        int[] longest = longest(brightBefore, count);
        return new double[] {longest[0] * Squares.SIDE - diagonal, longest[1] * Squares.SIDE - diagonal};
    }

    private boolean isBright(Line line, double along) {
        double x = line.x(along, 0);
        double y = line.y(along, 0);
        return sight.contains(Math.round(x), Math.round(y)) && squares.isBrightAround(x, y);
    }

    private static int[] longest(int[] brightBefore, int count) {
        int[] longest = {0, 0};
        int start = -1;
        for (int k = 0; k + WINDOW <= count; k++) {
            boolean full = brightBefore[k + WINDOW] - brightBefore[k] >= FULL * WINDOW;
            start = full ? (start < 0 ? k : start) : -1;
            if (full && k + WINDOW - start > longest[1] - longest[0]) {
                longest = new int[] {start, k + WINDOW};
            }
        }
        return longest;
    }

    /** Long enough for a faint streak to stand out, and short enough for a slanting one. */
    private static double pieceOf(double[] stretch) {
        return Math.min(LONGEST_PIECE, (stretch[1] - stretch[0]) / 4);
    }

    private List<Piece> pieces(Line guess, double[] stretch) {
        List<Piece> pieces = new ArrayList<>();
        double length = pieceOf(stretch);
        for (double from = stretch[0]; from + length <= stretch[1]; from += length) {
            double middle = from + length / 2;
            Profile profile = Profile.across(sight, guess, from, from + length, settings.widest());
            profile.centre().ifPresent(centre -> pieces.add(new Piece(middle, centre, profile.height())));
        }
        return pieces;
    }

    /** The line through the middles of the pieces; a star in one of them does not turn it. */
    private static Line straightened(Line guess, List<Piece> pieces) {
        double slope = slope(pieces);
        return guess.shifted(middle(pieces.stream().mapToDouble(piece -> piece.beside - slope * piece.along)), slope);
    }

    /** The spikes of a bright star fade away from it; a satellite's light does not. */
    private static boolean isEven(List<Piece> pieces) {
        double most = pieces.stream().mapToDouble(Piece::height).max().orElse(0);
        return most < UNEVEN * middle(pieces.stream().mapToDouble(Piece::height));
    }

    /** The median of the slopes between all pairs (Theil and Sen). */
    private static double slope(List<Piece> pieces) {
        DoubleStream.Builder slopes = DoubleStream.builder();
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = 0; j < i; j++) {
                slopes.add(pieces.get(i).slopeFrom(pieces.get(j)));
            }
        }
        return middle(slopes.build());
    }

    private static double middle(DoubleStream values) {
        return Median.upper(values.toArray());
    }

    private Optional<Streak> measured(Line line, Line guess, double[] stretch, boolean even) {
        double from = line.along(guess.x(stretch[0], 0), guess.y(stretch[0], 0));
        double to = line.along(guess.x(stretch[1], 0), guess.y(stretch[1], 0));
        Profile profile = Profile.across(sight, line, from, to, settings.widest());
        OptionalDouble halfWidth = profile.halfWidth();
        return halfWidth.isPresent()
                ? Optional.of(new Streak(
                        line.shifted(profile.centre().orElse(0), 0), from, to, halfWidth.getAsDouble(), even))
                : Optional.empty();
    }

    /** A short piece of the line: where the streak is beside its middle, and how bright. */
    private record Piece(double along, double beside, double height) {
        double slopeFrom(Piece other) {
            return (beside - other.beside) / (along - other.along);
        }
    }
}
