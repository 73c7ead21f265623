package dev.vigil.reduction.streaks;

import java.util.Arrays;

/** Hough's transform: every bright square votes for all lines that lead through it. */
final class LineVotes {
    private final double step;
    private final int angles;
    private final int distances;
    private final double farthest;
    private final short[] votes;

    private LineVotes(Squares squares) {
        this.farthest = Squares.SIDE * Math.hypot(squares.columns, squares.rows);
        this.angles = (int) Math.ceil(Math.PI * farthest / Squares.SIDE / 2);
        this.step = Math.PI / angles;
        this.distances = 2 * (int) Math.ceil(farthest / Squares.SIDE) + 2;
        this.votes = new short[angles * distances];
    }

    static LineVotes of(Squares squares) {
        LineVotes votes = new LineVotes(squares);
        int[] voters = squares.brightOnes();
        double[] x = Arrays.stream(voters).mapToDouble(squares::middleX).toArray();
        double[] y = Arrays.stream(voters).mapToDouble(squares::middleY).toArray();
        for (int angle = 0; angle < votes.angles; angle++) {
            votes.vote(x, y, angle);
        }
        return votes;
    }

    private void vote(double[] x, double[] y, int angle) {
        double cosine = Math.cos(angle * step);
        double sine = Math.sin(angle * step);
        for (int i = 0; i < x.length; i++) {
            votes[angle * distances + cell(x[i] * cosine + y[i] * sine)]++;
        }
    }

    private int cell(double distance) {
        return (int) ((distance + farthest) / Squares.SIDE);
    }

    /** How many squares voted for the line that most voted for. */
    int most() {
        return votes[winner()];
    }

    Line best() {
        int winner = winner();
        return new Line(winner / distances * step, (winner % distances + 0.5) * Squares.SIDE - farthest);
    }

    private int winner() {
        int winner = 0;
        for (int i = 1; i < votes.length; i++) {
            winner = votes[i] > votes[winner] ? i : winner;
        }
        return winner;
    }

    /** Takes the best line and those like it out of the vote. */
    void removeBest() {
        int winner = winner();
        for (int angle = winner / distances - 2; angle <= winner / distances + 2; angle++) {
            for (int cell = winner % distances - 2; cell <= winner % distances + 2; cell++) {
                if (angle >= 0 && angle < angles && cell >= 0 && cell < distances) {
                    votes[angle * distances + cell] = 0;
                }
            }
        }
    }
}
