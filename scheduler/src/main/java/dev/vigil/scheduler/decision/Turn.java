package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.State;
import dev.vigil.schemas.topics.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One piece of news, from its arrival to all that was decided because of it: the parts of the scheduler share it. */
final class Turn {
    private final State state;
    private final Policies policies;
    private final Instant now;
    private final List<Decision<?>> said = new ArrayList<>();

    Turn(State state, Policies policies, Instant now) {
        this.state = state;
        this.policies = policies;
        this.now = now;
    }

    State state() {
        return state;
    }

    /** The habits of a unit. */
    Policy policy(String unit) {
        return policies.of(unit);
    }

    Instant now() {
        return now;
    }

    <T> void say(Topic<T> topic, String key, T event) {
        said.add(new Decision<>(topic, key, event));
    }

    List<Decision<?>> said() {
        return List.copyOf(said);
    }

    FrameWork frames() {
        return new FrameWork(this);
    }

    SetWork sets() {
        return new SetWork(this);
    }

    MasterWork masters() {
        return new MasterWork(this);
    }

    TaskWork tasks() {
        return new TaskWork(this);
    }

    WaitWork waits() {
        return new WaitWork(this);
    }

    RestWork rests() {
        return new RestWork(this);
    }

    HoursWork hours() {
        return new HoursWork(this);
    }

    NeighbourWork neighbours() {
        return new NeighbourWork(this);
    }

    Dispatcher dispatcher() {
        return new Dispatcher(this);
    }
}
