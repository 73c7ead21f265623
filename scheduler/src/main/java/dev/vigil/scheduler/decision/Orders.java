package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.CalibrationSet.Phase;
import dev.vigil.scheduler.association.MasterChoice;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.Work;
import dev.vigil.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Writes out a task for the workers, of what is known when it is handed out. */
final class Orders {
    private final Turn turn;

    Orders(Turn turn) {
        this.turn = turn;
    }

    /** Says a task; false when it is wanted no more. */
    boolean say(Task task, Handed handed) {
        if (task.work() instanceof Subject.OfFrame frame && frame.desk() == Desk.TRANSFERS) {
            Optional<TransferTask> order = wanted(frame).map(standing -> transfer(task, handed, standing));
            order.ifPresent(it -> turn.say(Topics.WORK_TRANSFERS, task.name(), it));
            return order.isPresent();
        }
        Optional<Work> work = task.work() instanceof Subject.OfFrame frame
                ? wanted(frame).map(standing -> work(task, standing, frame.stage()))
                : build(task, (Subject.OfSet) task.work());
        work.ifPresent(it -> turn.say(Topics.WORK_REDUCTIONS, task.name(), reduction(task, handed, it)));
        return work.isPresent();
    }

    private Optional<FrameStanding> wanted(Subject.OfFrame frame) {
        return turn.state()
                .frames()
                .get(frame.frame())
                .filter(standing -> standing.revision() == frame.revision())
                .filter(standing -> standing.announced().isPresent())
                .filter(standing -> !standing.of(frame.stage()).isOver());
    }

    private TransferTask transfer(Task task, Handed handed, FrameStanding standing) {
        var announced = standing.announced().orElseThrow();
        return new TransferTask(
                task.name(),
                announced.identity().withAttempt(task.attempt()),
                task.of(),
                task.lane(),
                announced.path(),
                announced.size(),
                turn.state().units().get(task.unit()).offered(standing.file().orElseThrow(), announced),
                handed.at(),
                handed.deadline(),
                ((Subject.OfFrame) task.work()).stage(),
                turn.waits().soFar(task, standing));
    }

    private Work work(Task task, FrameStanding standing, Stage stage) {
        FrameIdentity identity = standing.identity().orElseThrow().withAttempt(task.attempt());
        var facts = standing.facts().orElseThrow();
        StoredFile input = standing.transferred().orElseThrow().readable();
        if (stage == Stage.QUICK_LOOK) {
            return new QuickLook(identity, facts, input);
        }
        return new ReduceFrame(
                identity,
                facts,
                input,
                chosen(task, standing.taken()),
                task.neighbours().orElse(List.of()),
                standing.sameAs());
    }

    private Optional<Work> build(Task task, Subject.OfSet subject) {
        return turn.state()
                .sets()
                .get(subject.set())
                .filter(set -> set.version() == subject.version() && isToBeBuilt(set))
                .filter(set -> SetInputs.of(turn.state(), set).areAllOf(set))
                .map(set -> build(task, set))
                .or(() -> again(task, subject));
    }

    private Optional<Work> again(Task task, Subject.OfSet subject) {
        return turn.state()
                .masters()
                .find(subject.set().master(subject.version()))
                .flatMap(before -> again(task, before));
    }

    private Optional<Work> again(Task task, MasterBuilt before) {
        BuiltAgain again = new BuiltAgain(turn.state(), before);
        Optional<String> obstacle = again.obstacle();
        if (obstacle.isPresent()) {
            turn.masters().cannotBeBuiltAgain(task, before, obstacle.get());
            return Optional.empty();
        }
        return Optional.of(again.work(
                chosen(task, again.time()), turn.policy(before.unit()).minimumInputs()));
    }

    /** One that waits for room in the archive is tried. */
    private static boolean isToBeBuilt(CalibrationSet set) {
        return set.phase() == Phase.BUILDING || set.phase() == Phase.WAITING;
    }

    private Work build(Task task, CalibrationSet set) {
        SetInputs inputs = SetInputs.of(turn.state(), set);
        return new BuildMaster(
                set.key().master(set.version()),
                set.key().unit(),
                set.key().kind(),
                set.key().name(),
                set.version(),
                night(set.key().night()),
                set.configuration(),
                set.filter(),
                set.exposureTime(),
                inputs.inputs(),
                chosen(task, inputs.time()),
                turn.policy(set.key().unit()).minimumInputs(),
                Optional.empty());
    }

    private static Optional<LocalDate> night(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeParseException undated) {
            return Optional.empty();
        }
    }

    private static ReductionTask reduction(Task task, Handed handed, Work work) {
        return new ReductionTask(
                task.name(), task.unit(), task.attempt(), task.of(), task.lane(), handed.at(), handed.deadline(), work);
    }

    private List<ChosenMaster> chosen(Task task, Instant time) {
        return task.masters().stream()
                .flatMap(name -> turn.state().masters().named(name).stream())
                .map(master -> MasterChoice.chosen(master, file(master), time))
                .toList();
    }

    /** Whoever builds a master publishes its file; an event without one is refused when it comes in. */
    static StoredFile file(MasterBuilt master) {
        return master.products().stream()
                .filter(product -> product.kind() == ProductKind.MASTER)
                .findFirst()
                .map(Product::file)
                .orElseThrow(() -> new UnusableNewsException(master.master() + " names no file of kind MASTER"));
    }
}
