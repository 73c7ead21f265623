package dev.vigil.scheduler.policy;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The habits of a unit, as settings.
 *
 * @param limit tasks that may be out at once, per unit and desk
 * @param backfillShare the share of those that backfill is sure of, and may have
 * @param order which exposure goes first
 * @param transferDeadline how long a transfer may stay without an answer
 * @param reductionDeadline how long a reduction may stay without an answer
 * @param backfillAfter how old an exposure is, when announced, to be made up for instead of live
 * @param setQuiet how long a calibration set must bring no news before it closes
 * @param minimumInputs frames that a master needs
 * @param giveUpAfter how long a frame waits for a master before it fails; empty: it waits visibly for ever
 * @param remember how long the facts of a finished frame are kept, so that it can be done again
 */
public record Policy(
        int limit,
        double backfillShare,
        Order order,
        Duration transferDeadline,
        Duration reductionDeadline,
        Duration backfillAfter,
        Duration setQuiet,
        int minimumInputs,
        Optional<Duration> giveUpAfter,
        Duration remember) {
    private static final int PATIENCE = 10;

    /** The habits that suit a laptop. */
    public static final Policy DEFAULT = new Policy(
            32,
            0.2,
            Order.NEWEST,
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(36),
            Duration.ofSeconds(20),
            3,
            Optional.empty(),
            Duration.ofDays(30));

    public Policy {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(transferDeadline, "transferDeadline");
        Objects.requireNonNull(reductionDeadline, "reductionDeadline");
        Objects.requireNonNull(backfillAfter, "backfillAfter");
        Objects.requireNonNull(setQuiet, "setQuiet");
        Objects.requireNonNull(giveUpAfter, "giveUpAfter");
        Objects.requireNonNull(remember, "remember");
        if (limit < 1 || minimumInputs < 1) {
            throw new IllegalArgumentException("limit " + limit + ", minimum inputs " + minimumInputs);
        }
    }

    /** How long a task at this desk may stay without an answer. */
    public Duration deadline(Desk desk) {
        return desk == Desk.TRANSFERS ? transferDeadline : reductionDeadline;
    }

    /** Backfill tasks that may be out at once, so that live work is never far behind them. */
    public int backfillLimit() {
        return Math.max(1, (int) (limit * backfillShare));
    }

    /** How long a set with too few members must be quiet: cameras are slow, and the next frame may be on its way. */
    public Duration patience() {
        return setQuiet.multipliedBy(PATIENCE);
    }
}
