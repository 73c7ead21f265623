package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A night in which anything may happen at any time, all of it from a seed. */
final class RandomNight {
    static final Policy POLICY = new Policy(
            Habits.of(Order.NEWEST, 3),
            Habits.of(Order.NEWEST, 3),
            0.34,
            Duration.ofSeconds(90),
            Duration.ofSeconds(120),
            Duration.ofHours(36),
            Duration.ofSeconds(3),
            2,
            Optional.empty(),
            Duration.ofDays(30),
            Duration.ofMinutes(20));

    private static final Sky SKY = Sky.TONIGHT.needing(
            Sky.need(MasterKind.BIAS, Need.REQUIRED),
            Sky.need(MasterKind.DARK, Need.OPTIONAL),
            Sky.need(MasterKind.FLAT, Need.REQUIRED));
    private static final List<FailureCategory> FAILURES = List.of(
            FailureCategory.DAMAGED, FailureCategory.GAVE_UP, FailureCategory.GAIN_UNKNOWN, FailureCategory.SOFTWARE);

    private final Random random;
    private final TestingScheduler scheduler = new TestingScheduler(POLICY);
    private final List<Object> news = new ArrayList<>();
    private int answered;
    private int frames;

    RandomNight(long seed) {
        this.random = new Random(seed);
    }

    TestingScheduler scheduler() {
        return scheduler;
    }

    /** All that was told so far. */
    List<Object> news() {
        return List.copyOf(news);
    }

    /** Something happens. */
    void step() {
        int dice = random.nextInt(20);
        if (dice < 6) {
            tell(frame(++frames, 1));
        } else if (dice < 14) {
            answerOne();
        } else if (dice < 17) {
            scheduler.pass(Duration.ofSeconds(1 + random.nextInt(6)));
        } else if (dice < 18 && frames > 0) {
            tell(frame(1 + random.nextInt(frames), 2));
        } else if (dice < 19 && frames > 0) {
            tell(request());
        } else {
            tell(alive());
        }
    }

    private Object frame(int number, int revision) {
        return switch (number % 5) {
            case 0 -> SKY.frame(FrameType.BIAS, number, revision, "", 0);
            case 1 ->
                SKY.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED)).frame(FrameType.FLAT, number, revision, "r", 3);
            case 2 ->
                SKY.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED)).frame(FrameType.DARK, number, revision, "", 100);
            case 3 ->
                revision == 1 ? SKY.opportunity(number) : SKY.frame(FrameType.SCIENCE, number, revision, "r", 100);
            default -> SKY.frame(FrameType.SCIENCE, number, revision, "r", 100);
        };
    }

    private UnitAlive alive() {
        return new UnitAlive(
                "7DT05",
                scheduler.now(),
                random.nextInt(4) > 0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SKY.night()),
                frames,
                1,
                1,
                0);
    }

    private Request request() {
        FrameId frame = SKY.science(1 + random.nextInt(frames)).identity().frame();
        Wish wish = switch (random.nextInt(5)) {
            case 0 -> new FetchAgain(List.of(frame));
            case 1 -> new ReduceAgain(List.of(frame));
            case 2 -> new LookAgain(List.of(frame));
            case 3 -> new BuildAgain(built());
            default -> new BuildMasters(SKY.night());
        };
        return new Request("request " + news.size(), "7DT05", scheduler.now(), "ana", "to see", wish);
    }

    private List<MasterId> built() {
        return scheduler.said(Topics.WORK_REDUCTIONS).stream()
                .flatMap(task -> task.work() instanceof BuildMaster build ? Stream.of(build.master()) : Stream.empty())
                .distinct()
                .filter(master -> random.nextBoolean())
                .toList();
    }

    /** Answers one of the tasks that were handed out, in some way, sometimes twice or late. */
    private void answerOne() {
        List<Object> tasks = tasks();
        if (!tasks.isEmpty()) {
            int which = answered < tasks.size() && random.nextInt(4) > 0 ? answered++ : random.nextInt(tasks.size());
            tell(answer(tasks.get(which)));
        }
    }

    private List<Object> tasks() {
        List<Object> tasks = new ArrayList<>(scheduler.said(Topics.WORK_TRANSFERS));
        tasks.addAll(scheduler.said(Topics.WORK_REDUCTIONS));
        return tasks;
    }

    private Object answer(Object task) {
        int dice = random.nextInt(10);
        FailureCategory category = FAILURES.get(random.nextInt(FAILURES.size()));
        if (dice < 7) {
            return TestingScheduler.answer(task);
        }
        if (task instanceof TransferTask transfer) {
            return dice < 8 ? Workers.noSource(transfer) : Workers.failed(transfer, category);
        }
        ReductionTask reduction = (ReductionTask) task;
        return reduction.work() instanceof BuildMaster
                ? Workers.masterFailed(reduction, category)
                : Workers.failed(reduction, category);
    }

    private void tell(Object piece) {
        news.add(piece);
        scheduler.tell(piece);
    }
}
