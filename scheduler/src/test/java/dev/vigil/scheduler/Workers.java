package dev.vigil.scheduler;

import dev.vigil.scheduler.policy.Attempts;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.PointingShift;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.TransferTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers that workers give to tasks. */
public final class Workers {
    /** What an archive says that takes nothing. */
    public static final String NO_ROOM = "there is no room in /archive, where 0.1 MB are left";

    private static final Duration WORK = Duration.ofMillis(200);

    private Workers() {}

    public static FrameTransferred done(TransferTask task) {
        String frame = task.identity().frame().value();
        return new FrameTransferred(
                task.identity(),
                task.handedOut().plus(WORK),
                task.task(),
                Sky.stored("raw/" + frame),
                Sky.stored("work/" + frame),
                "transfer-1",
                WORK);
    }

    public static FrameFailed failed(TransferTask task, FailureCategory category) {
        return failed(task.identity(), task.task(), Stage.TRANSFER, category, task.of());
    }

    public static FrameWaiting noSource(TransferTask task) {
        return new FrameWaiting(
                task.identity(),
                task.handedOut().plus(WORK),
                Stage.TRANSFER,
                Awaited.SOURCE,
                "http://telescope:9200",
                "connection refused",
                task.handedOut(),
                task.identity().attempt(),
                false);
    }

    public static FrameWaiting noCopy(TransferTask task) {
        return new FrameWaiting(
                task.identity(),
                task.handedOut().plus(WORK),
                Stage.TRANSFER,
                Awaited.COPY,
                "the copy that other software makes",
                "is not at /copies/" + task.path(),
                task.handedOut(),
                task.identity().attempt(),
                false);
    }

    public static FrameReduced done(ReductionTask task) {
        return task.work() instanceof QuickLook
                ? unplaced(task)
                : placed(task, new PlacedOnSky("header", Optional.of(shift(task.task()))));
    }

    /** A frame that was not found on the sky. */
    public static FrameReduced unplaced(ReductionTask task) {
        return reduced(task, Optional.empty());
    }

    private static FrameReduced placed(ReductionTask task, PlacedOnSky place) {
        return reduced(task, Optional.of(place));
    }

    /** The file of the earlier revision that the task names was not there. */
    public static FrameReduced reducedByItself(ReductionTask task) {
        return reduced(task, Optional.empty(), Optional.empty());
    }

    private static FrameReduced reduced(ReductionTask task, Optional<PlacedOnSky> placed) {
        return reduced(task, placed, sameAs(task));
    }

    private static FrameReduced reduced(ReductionTask task, Optional<PlacedOnSky> placed, Optional<Integer> sameAs) {
        boolean isLook = task.work() instanceof QuickLook;
        List<MasterUsed> masters = task.work() instanceof ReduceFrame frame
                ? frame.masters().stream()
                        .map(master -> new MasterUsed(master.master(), master.kind(), master.age()))
                        .toList()
                : List.of();
        return new FrameReduced(
                identity(task),
                task.handedOut().plus(WORK),
                task.task(),
                isLook ? ReductionKind.QUICK_LOOK : ReductionKind.FULL,
                "reduction of " + task.task(),
                new RecipeUsed("imaging", "1", "abc"),
                List.of(),
                masters,
                List.of(),
                Measurements.NONE,
                List.of(),
                "calibrator-1",
                WORK,
                List.of(),
                Optional.empty(),
                placed,
                sameAs);
    }

    /** The file of the earlier revision is there. */
    private static Optional<Integer> sameAs(ReductionTask task) {
        return task.work() instanceof ReduceFrame frame ? frame.sameAs() : Optional.empty();
    }

    /** Another one for each frame. */
    private static PointingShift shift(String task) {
        return new PointingShift(Math.floorMod(task.hashCode(), 10_007), 100);
    }

    /** A frame that was found at such a distance from where its header put it. */
    public static FrameReduced shifted(ReductionTask task, PointingShift shift) {
        return placed(task, new PlacedOnSky("wider", Optional.of(shift)));
    }

    public static FrameFailed failed(ReductionTask task, FailureCategory category) {
        Stage stage = task.work() instanceof QuickLook ? Stage.QUICK_LOOK : Stage.REDUCTION;
        return failed(identity(task), task.task(), stage, category, task.of());
    }

    private static FrameIdentity identity(ReductionTask task) {
        FrameIdentity identity =
                task.work() instanceof QuickLook look ? look.identity() : ((ReduceFrame) task.work()).identity();
        return identity.withAttempt(task.attempt());
    }

    private static FrameFailed failed(
            FrameIdentity identity, String task, Stage stage, FailureCategory category, int of) {
        return new FrameFailed(
                identity,
                Sky.EVENING,
                task,
                stage,
                category,
                identity.frame() + " is bad",
                "look",
                of,
                "worker-1",
                obstacle(category));
    }

    private static Optional<String> obstacle(FailureCategory category) {
        return Optional.of(NO_ROOM).filter(words -> Attempts.isOfArchive(category));
    }

    public static MasterBuilt built(ReductionTask task) {
        BuildMaster work = (BuildMaster) task.work();
        List<Instant> times = work.inputs().stream()
                .map(input -> middle(input.facts()))
                .sorted(Comparator.naturalOrder())
                .toList();
        return new MasterBuilt(
                work.master(),
                work.unit(),
                work.kind(),
                work.set(),
                work.version(),
                work.night(),
                task.handedOut().plus(WORK),
                task.task(),
                task.attempt(),
                work.configuration(),
                work.filter(),
                work.exposureTime(),
                times.get(times.size() / 2),
                work.inputs().stream()
                        .map(input -> new MasterInput(
                                input.identity().frame(), input.identity().revision(), true))
                        .toList(),
                work.masters().stream()
                        .map(master -> new MasterUsed(master.master(), master.kind(), master.age()))
                        .toList(),
                List.of(new Product(ProductKind.MASTER, Sky.stored(work.master().value()))),
                Map.of(),
                List.of(),
                "calibrator-1",
                WORK);
    }

    private static Instant middle(FrameFacts facts) {
        return facts.start()
                .orElseThrow()
                .plus(facts.exposureTime().orElse(Duration.ZERO).dividedBy(2));
    }

    public static MasterFailed masterFailed(ReductionTask task, FailureCategory category) {
        BuildMaster work = (BuildMaster) task.work();
        return new MasterFailed(
                work.master(),
                work.unit(),
                work.kind(),
                work.set(),
                task.handedOut().plus(WORK),
                task.task(),
                category,
                "all inputs are saturated",
                "take others",
                task.attempt(),
                task.of(),
                "calibrator-1",
                obstacle(category));
    }
}
