package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.State;
import dev.vigil.schemas.topics.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One piece of news, from its arrival to all that was decided because of it: the parts of the scheduler share it. */
final class Turn {
    private final State state;
    private final Policy policy;
    private final Instant now;
    private final List<Decision<?>> said = new ArrayList<>();

    Turn(State state, Policy policy, Instant now) {
        this.state = state;
        this.policy = policy;
        this.now = now;
    }

    State state() {
        return state;
    }

    Policy policy() {
        return policy;
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

    Dispatcher dispatcher() {
        return new Dispatcher(this);
    }
}
