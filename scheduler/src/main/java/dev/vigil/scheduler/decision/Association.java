package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.Choice;
import dev.vigil.scheduler.association.MasterChoice;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.association.Resolver;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.Wanted;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.State;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.MasterNeed;

/** Asks the state for what may serve, and the rules which of it does. */
final class Association {
    private final State state;

    Association(State state) {
        this.state = state;
    }

    Resolution of(FrameStanding standing) {
        FrameIdentity identity = standing.identity().orElseThrow();
        return of(Wanted.of(
                identity.unit(),
                SetKey.nightName(identity.night()),
                standing.taken(),
                standing.facts().orElseThrow()));
    }

    Resolution of(Wanted wanted) {
        return Resolver.resolve(wanted.needs(), need -> choose(wanted, need));
    }

    private Choice choose(Wanted wanted, MasterNeed need) {
        return new MasterChoice(
                        wanted,
                        need,
                        state.masters().near(wanted.unit(), need.kind(), wanted.time(), need.maximumAge()),
                        state.sets().of(wanted.unit(), need.kind(), wanted.night()))
                .choose();
    }
}
