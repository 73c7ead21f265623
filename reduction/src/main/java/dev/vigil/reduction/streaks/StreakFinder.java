package dev.vigil.reduction.streaks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds straight streaks: squares of pixels that are brighter than the sky vote for the lines through them, and the lines
 * with most votes are followed through the pixels.
 */
public final class StreakFinder {
    /** Lines that are followed in vain before no more are. */
    private static final int MOST_IN_VAIN = 10;

    private static final int MOST_STREAKS = 20;

    /** Where more of the image is bright, no line can be told from another. */
    private static final double MOST_BRIGHT = 0.25;

    private final Sight sight;
    private final Streaks settings;
    private final Squares squares;

    private StreakFinder(Sight sight, Streaks settings) {
        this.sight = sight;
        this.settings = settings;
        this.squares = Squares.of(sight, settings.significance());
    }

    public static Found find(Sight sight, Streaks settings) {
        StreakFinder finder = new StreakFinder(sight, settings);
        double bright = finder.squares.brightShare();
        return finder.marked(bright == 0 || bright > MOST_BRIGHT ? List.of() : finder.streaks());
    }

    private List<Streak> streaks() {
        List<Streak> streaks = new ArrayList<>();
        Tracing tracing = new Tracing(sight, squares, settings);
        LineVotes votes = LineVotes.of(squares);
        int inVain = 0;
        while (inVain < MOST_IN_VAIN && streaks.size() < MOST_STREAKS && isWorthwhile(votes)) {
            Optional<Streak> streak = tracing.streak(votes.best());
            if (streak.isPresent()) {
                streaks.add(streak.get());
                squares.darken(streak.get());
                votes = LineVotes.of(squares);
            } else {
                votes.removeBest();
                inVain++;
            }
        }
        return streaks.stream().filter(Streak::even).toList();
    }

    /** A slanting line leads through as many squares as it is long, and not all of them are bright. */
    private boolean isWorthwhile(LineVotes votes) {
        return votes.most() >= settings.shortest() / Squares.SIDE / 2;
    }

    private Found marked(List<Streak> streaks) {
        BitSet pixels = new BitSet();
        streaks.forEach(streak -> streak.mark(sight.width(), sight.height(), pixels));
        return new Found(pixels.stream().toArray(), streaks.size());
    }
}
