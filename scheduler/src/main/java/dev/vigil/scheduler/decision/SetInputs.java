package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.Member;
import dev.vigil.scheduler.association.Middle;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.association.Wanted;
import dev.vigil.scheduler.policy.Lanes;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.policy.Rank;
import dev.vigil.scheduler.policy.TaskName;
import dev.vigil.scheduler.state.Masters;
import dev.vigil.scheduler.state.State;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FrameFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The members that one version of a set's master is made of, and what follows from them. */
final class SetInputs {
    private final State state;
    private final List<Member> members;

    SetInputs(State state, List<Member> members) {
        this.state = state;
        this.members = List.copyOf(members);
    }

    /** The members of the version that was closed last, as far as none was replaced since. */
    static SetInputs of(State state, CalibrationSet set) {
        Set<String> lines = Set.copyOf(Arrays.asList(set.inputs().split("\n")));
        return new SetInputs(
                state,
                state.sets().members(set.key()).stream()
                        .filter(member -> lines.contains(SetWork.line(member)))
                        .toList());
    }

    /** Whether they are all that the version was closed with. */
    boolean areAllOf(CalibrationSet set) {
        return members.size() == set.inputs().split("\n").length;
    }

    List<CalibrationInput> inputs() {
        return members.stream().map(state.sets()::input).toList();
    }

    /** What they agree in, with the middle one of their temperatures. */
    Configuration configuration() {
        return Middle.configuration(
                facts().configuration(),
                members.stream()
                        .flatMap(member -> member.temperature().stream())
                        .toList());
    }

    /** The middle one of their times. */
    Instant time() {
        return Middle.time(members.stream().map(Member::taken).toList());
    }

    Wanted wanted(CalibrationSet set) {
        FrameFacts facts = facts();
        return new Wanted(
                set.key().unit(),
                set.key().night(),
                time(),
                set.configuration(),
                facts.filter(),
                facts.exposureTime(),
                facts.masters());
    }

    /** The task that builds the master. It is live, because frames of tonight wait for it, unless it is old. */
    Task task(CalibrationSet set, Resolution.Ready ready, Policy policy) {
        return Task.first(
                        TaskName.build(set.key().master(set.version())),
                        set.key().unit(),
                        new Subject.OfSet(set.key(), set.version()),
                        Lanes.of(time(), set.lastNews(), policy.backfillAfter()),
                        time(),
                        set.key().name(),
                        0,
                        Rank.USUAL)
                .with(ready.masters().stream().map(Masters::name).toList());
    }

    private FrameFacts facts() {
        return state.sets().input(members.get(0)).facts();
    }
}
