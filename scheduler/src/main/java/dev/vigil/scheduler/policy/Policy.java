package dev.vigil.scheduler.policy;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The habits of a unit, as settings.
 *
 * @param transfers how files are fetched
 * @param reductions how frames are reduced
 * @param backfillShare the share of tasks that backfill is sure of while live ones wait too, and of places that it may have
 * @param transferDeadline how long a transfer may stay without an answer
 * @param reductionDeadline how long a reduction may stay without an answer
 * @param backfillAfter how old an exposure is, when announced, to be made up for instead of live
 * @param setQuiet how long a calibration set must bring no news before it closes
 * @param minimumInputs frames that a master needs
 * @param giveUpAfter how long a frame waits for a master before it fails; empty: it waits visibly for ever
 * @param remember how long the facts of a finished frame are kept, so that it can be done again
 * @param archivePatience how long a frame is tried whose archive takes nothing, before it fails
 */
public record Policy(
        Habits transfers,
        Habits reductions,
        double backfillShare,
        Duration transferDeadline,
        Duration reductionDeadline,
        Duration backfillAfter,
        Duration setQuiet,
        int minimumInputs,
        Optional<Duration> giveUpAfter,
        Duration remember,
        Duration archivePatience) {
    private static final int PATIENCE = 10;

    /** The habits that suit a laptop. */
    public static final Policy DEFAULT = new Policy(
            Habits.of(Order.NEWEST, 32),
            Habits.of(Order.NEWEST, 32),
            0.2,
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(36),
            Duration.ofSeconds(20),
            3,
            Optional.empty(),
            Duration.ofDays(30),
            Duration.ofMinutes(20));

    public Policy {
        Objects.requireNonNull(transfers, "transfers");
        Objects.requireNonNull(reductions, "reductions");
        Objects.requireNonNull(transferDeadline, "transferDeadline");
        Objects.requireNonNull(reductionDeadline, "reductionDeadline");
        Objects.requireNonNull(backfillAfter, "backfillAfter");
        Objects.requireNonNull(setQuiet, "setQuiet");
        Objects.requireNonNull(giveUpAfter, "giveUpAfter");
        Objects.requireNonNull(remember, "remember");
        Objects.requireNonNull(archivePatience, "archivePatience");
        if (!(backfillShare > 0) || minimumInputs < 1) {
            throw new IllegalArgumentException("backfill share " + backfillShare + ", minimum inputs " + minimumInputs);
        }
    }

    /** The same with other habits of fetching. */
    public Policy withTransfers(Habits other) {
        return new Policy(
                other,
                reductions,
                backfillShare,
                transferDeadline,
                reductionDeadline,
                backfillAfter,
                setQuiet,
                minimumInputs,
                giveUpAfter,
                remember,
                archivePatience);
    }

    /** How work is handed out at a desk. */
    public Habits at(Desk desk) {
        return desk == Desk.TRANSFERS ? transfers : reductions;
    }

    /** How long a task at this desk may stay without an answer. */
    public Duration deadline(Desk desk) {
        return desk == Desk.TRANSFERS ? transferDeadline : reductionDeadline;
    }

    /** Backfill tasks that may be out at once, so that live work is never far behind them. */
    public int backfillLimit(Desk desk) {
        return Math.max(1, (int) (at(desk).limit() * backfillShare));
    }

    /** Live tasks that go before the next of backfill while both wait. */
    public int liveBetweenBackfill() {
        return Math.max(1, (int) Math.round(1 / backfillShare) - 1);
    }

    /** How long a set with too few members must be quiet: cameras are slow, and the next frame may be on its way. */
    public Duration patience() {
        return setQuiet.multipliedBy(PATIENCE);
    }
}
