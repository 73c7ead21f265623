package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.Member;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Rank;
import dev.vigil.scheduler.policy.TaskName;
import dev.vigil.scheduler.state.Masters;
import dev.vigil.scheduler.state.State;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterUsed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A master that is to be built once more, of the very files that it was built of. */
final class BuiltAgain {
    private final State state;
    private final MasterBuilt before;
    private final SetKey set;
    private final SetInputs inputs;
    private final List<MasterBuilt> masters;

    BuiltAgain(State state, MasterBuilt before) {
        this.state = state;
        this.before = before;
        this.set = new SetKey(before.unit(), before.kind(), SetKey.nightName(before.night()), before.set());
        this.inputs = new SetInputs(
                state,
                before.inputs().stream()
                        .flatMap(input -> member(input).stream())
                        .toList());
        this.masters = before.masters().stream()
                .flatMap(used -> state.masters().find(used.master()).stream())
                .toList();
    }

    /** Whether somebody has asked for it already. */
    boolean isUnderWay() {
        return state.tasks().all().stream().anyMatch(task -> task.work().equals(subject()));
    }

    /** Why it cannot be, if so. */
    Optional<String> obstacle() {
        return before.inputs().stream()
                .filter(input -> member(input).isEmpty())
                .map(input -> "was built of revision " + input.revision() + " of " + input.frame()
                        + ", which is not to be had any more")
                .findFirst()
                .or(() -> before.masters().stream()
                        .map(MasterUsed::master)
                        .filter(used -> masters.stream()
                                .noneMatch(known -> known.master().equals(used)))
                        .map(used -> "was built with " + used + ", which is not known any more")
                        .findFirst());
    }

    /** A file that is gone from the archive may be fetched meanwhile, so it need not be there now. */
    private Optional<Member> member(MasterInput input) {
        return state.sets()
                .member(set, input.frame())
                .filter(member -> member.revision() == input.revision())
                .filter(member -> member.transferred().length > 0);
    }

    /** From when the ages of the masters counted that calibrated its inputs. */
    Instant time() {
        return inputs.time();
    }

    private Subject subject() {
        return new Subject.OfSet(set, before.version());
    }

    /** The task that a request asks for, so that answers to others are not taken for its own. */
    Task task(String request, Lane lane) {
        return Task.first(
                        TaskName.buildAgain(before.master(), request),
                        before.unit(),
                        subject(),
                        lane,
                        time(),
                        before.set(),
                        before.attempt(),
                        Rank.USUAL)
                .with(masters.stream().map(Masters::name).toList());
    }

    BuildMaster work(List<ChosenMaster> chosen, int minimum) {
        return new BuildMaster(
                before.master(),
                before.unit(),
                before.kind(),
                before.set(),
                before.version(),
                before.night(),
                before.configuration(),
                before.filter(),
                before.exposureTime(),
                inputs.inputs(),
                chosen,
                minimum,
                Optional.of(Orders.file(before)));
    }
}
