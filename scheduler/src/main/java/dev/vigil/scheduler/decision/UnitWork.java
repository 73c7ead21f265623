package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Attempts;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.UnitStanding;
import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Holds the transfers of a unit whose side cannot be reached, and lets them go again. */
final class UnitWork {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Turn turn;

    UnitWork(Turn turn) {
        this.turn = turn;
    }

    /** Tasks that may be out: none while the unit is held, one while it is in doubt. */
    Most most(String unit, Desk desk) {
        UnitStanding standing = turn.state().units().get(unit);
        if (desk != Desk.TRANSFERS || standing.holds() == 0) {
            int limit = turn.policy(unit).at(desk).limit();
            return new Most(limit, Hold.ofLimit(limit));
        }
        return standing.heldUntil()
                .map(until -> new Most(0, Hold.ofSource(until)))
                .orElseGet(() -> new Most(1, Hold.DOUBT));
    }

    /** A worker could not reach the source. Many say so at once; the first holds the unit. */
    void hold(String unit) {
        UnitStanding standing = turn.state().units().get(unit);
        if (standing.heldUntil().isPresent()) {
            return;
        }
        Instant until = turn.now().plus(Attempts.backOff(standing.holds() + 1, unit));
        turn.state().units().keep(unit, standing.held(until));
        turn.state().alarms().set(new Alarm(until, Alarm.Purpose.RELEASE_UNIT, unit));
    }

    /** The back-off of a unit is over: one task may try. */
    void release(String unit) {
        UnitStanding standing = turn.state().units().get(unit);
        if (standing.heldUntil().filter(until -> !until.isAfter(turn.now())).isPresent()) {
            turn.state().units().keep(unit, standing.released());
        }
    }

    /** Something came from the source. */
    void proven(String unit) {
        UnitStanding standing = turn.state().units().get(unit);
        if (standing.holds() > 0) {
            turn.state().units().keep(unit, standing.proven());
        }
    }

    void alive(UnitAlive news) {
        UnitStanding before = turn.state().units().get(news.unit());
        if (before.aliveAt().filter(last -> !news.at().isAfter(last)).isPresent()) {
            return;
        }
        // While the listing still brings something, more frames of any night may come.
        Optional<String> night =
                news.currentNight().filter(any -> news.quietSince().isPresent()).map(LocalDate::toString);
        UnitStanding after = before.alive(news.at(), news.rootReachable(), night, news.places());
        boolean isBack = news.rootReachable() && isAway(before, news.at());
        turn.state().units().keep(news.unit(), isBack ? after.released() : after);
        if (!night.equals(before.night())) {
            new NightWork(turn).release(news.unit());
        }
    }

    /** Whether nothing says that its producer or its disk is away. */
    boolean isHeard(String unit) {
        return !isAway(turn.state().units().get(unit), turn.now());
    }

    private static boolean isAway(UnitStanding before, Instant at) {
        return !before.reachable()
                || before.aliveAt()
                        .filter(last -> Duration.between(last, at).compareTo(SILENCE) > 0)
                        .isPresent();
    }
}
