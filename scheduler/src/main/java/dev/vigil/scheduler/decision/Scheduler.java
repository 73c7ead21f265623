package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.state.State;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one place that decides: takes news in any order, as often as it comes, and says what is to be done. All that it knows is in its
 * state; the time comes in from outside.
 */
public final class Scheduler {
    private static final Duration LOOK_FOR_OVERDUE = Duration.ofSeconds(5);

    private final State state;
    private final Policies policies;

    public Scheduler(State state, Policies policies) {
        this.state = state;
        this.policies = policies;
    }

    /** A file was sighted. */
    public List<Decision<?>> on(FrameAnnounced news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).announced(news));
    }

    /** A frame is in the archive. */
    public List<Decision<?>> on(FrameTransferred news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).transferred(news));
    }

    /** A frame was looked at or reduced. */
    public List<Decision<?>> on(FrameReduced news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).reduced(news));
    }

    /** An attempt failed. */
    public List<Decision<?>> on(FrameFailed news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).failed(news));
    }

    /** A worker could not reach the telescope's side; what the scheduler itself said of waits comes back and means nothing. */
    public List<Decision<?>> on(FrameWaiting news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).waiting(news));
    }

    /** The ledger, or other software, has a frame. */
    public List<Decision<?>> on(FrameRecorded news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).recorded(news));
    }

    /** A worker looked for what a frame waits for, and found nothing new. */
    public List<Decision<?>> on(LookedInVain news, Instant now) {
        return turn(now, news.identity().unit(), turn -> new FrameNews(turn).lookedInVain(news));
    }

    /** A master was built. */
    public List<Decision<?>> on(MasterBuilt news, Instant now) {
        return turn(now, news.unit(), turn -> turn.masters().built(news));
    }

    /** A master could not be built. */
    public List<Decision<?>> on(MasterFailed news, Instant now) {
        return turn(now, news.unit(), turn -> turn.masters().failed(news));
    }

    /** A person asks for something. */
    public List<Decision<?>> on(Request news, Instant now) {
        return turn(now, news.unit(), turn -> new RequestWork(turn).on(news));
    }

    /** A producer watches a unit. */
    public List<Decision<?>> on(UnitAlive news, Instant now) {
        return turn(now, news.unit(), turn -> new UnitWork(turn).alive(news));
    }

    /** Time has passed: looks at what has become due. */
    public List<Decision<?>> tick(Instant now) {
        Turn turn = turnAt(now);
        new Clockwork(turn).tick();
        return turn.said();
    }

    /** When time is next to be told; empty when nothing is pending. */
    public Optional<Instant> nextTick(Instant now) {
        Optional<Instant> alarm = state.alarms().next();
        if (!state.tasks().isAnythingOut()) {
            return alarm;
        }
        Instant look = now.plus(LOOK_FOR_OVERDUE);
        return Optional.of(alarm.filter(look::isAfter).orElse(look));
    }

    /** Mends what a crash may have left half done. Called once, before any news. */
    public List<Decision<?>> recover(Instant now) {
        Turn turn = turnAt(now);
        new Recovery(turn).recover();
        return turn.said();
    }

    /** Sends again, as the same attempts, the tasks that were out before a start: their records may have been lost with the crash. */
    public List<Decision<?>> sendAgain(Instant now, Instant start) {
        Turn turn = turnAt(now);
        new Recovery(turn).sendAgain(start);
        return turn.said();
    }

    private List<Decision<?>> turn(Instant now, String unit, Consumer<Turn> news) {
        Turn turn = turnAt(now);
        news.accept(turn);
        turn.dispatcher().fill(unit);
        return turn.said();
    }

    /** Stored times have milliseconds, so the clock has no more either. */
    private Turn turnAt(Instant now) {
        return new Turn(state, policies, now.truncatedTo(ChronoUnit.MILLIS));
    }
}
