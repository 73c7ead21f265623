package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PointingShift;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Request;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By how much the pointing of frames was wrong is told to those that go out after them, and to those as often the same. */
class NeighbourShiftsTest {
    private static final Sky SKY = Sky.TONIGHT.needing();
    private static final PointingShift SHIFT = new PointingShift(1500, -20);
    private static final PointingShift OTHER = new PointingShift(0, 900);

    private final TestingScheduler scheduler = new TestingScheduler(policy(8));

    private static Policy policy(int limit) {
        return new Policy(
                Habits.of(Order.NEWEST, limit),
                Habits.of(Order.NEWEST, limit),
                0.25,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofHours(36),
                Duration.ofSeconds(3),
                3,
                Optional.empty(),
                Duration.ofDays(2),
                Duration.ofMinutes(20));
    }

    private ReductionTask handedOut(FrameAnnounced frame) {
        scheduler.listenAnew();
        scheduler.tell(frame);
        scheduler.transferAll();
        scheduler.reductions().stream()
                .filter(task -> task.work() instanceof QuickLook)
                .forEach(look -> scheduler.tell(Workers.done(look)));
        return last(frame);
    }

    /** The reduction of a frame that went out last. */
    private ReductionTask last(FrameAnnounced frame) {
        return scheduler.reductions().stream()
                .filter(task -> task.work() instanceof ReduceFrame work
                        && work.identity().frame().equals(frame.identity().frame()))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static List<NeighbourShift> told(ReductionTask task) {
        return ((ReduceFrame) task.work()).neighbours();
    }

    private static NeighbourShift of(FrameAnnounced frame, PointingShift shift) {
        return new NeighbourShift(frame.identity().frame(), shift);
    }

    @Test
    void theFirstFrameOfANightHasNobodyToAsk() {
        assertThat(told(handedOut(SKY.science(1)))).isEmpty();
    }

    @Test
    void aFrameIsToldTheShiftOfOneThatWasSolved() {
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        scheduler.tell(Workers.shifted(handedOut(SKY.science(3)), OTHER));
        assertThat(told(handedOut(SKY.science(4))))
                .containsExactly(of(SKY.science(3), OTHER), of(SKY.science(1), SHIFT));
    }

    @Test
    void framesThatAreOutTogetherDoNotTellEachOther() {
        ReductionTask first = handedOut(SKY.science(1));
        ReductionTask second = handedOut(SKY.science(2));
        assertThat(told(first)).isEmpty();
        assertThat(told(second)).isEmpty();
    }

    @Test
    void aFrameThatStoodInTheQueueIsToldWhatIsKnownWhenItGoesOut() {
        TestingScheduler narrow = new TestingScheduler(policy(1));
        narrow.tellAll(List.of(SKY.science(1), SKY.science(2)));
        narrow.workUntilQuiet();
        List<List<NeighbourShift>> told = narrow.reductions().stream()
                .filter(task -> task.work() instanceof ReduceFrame)
                .map(NeighbourShiftsTest::told)
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isEmpty();
        assertThat(told.get(1)).hasSize(1);
    }

    @Test
    void aTaskThatIsSentAgainTellsWhatItToldFirst() {
        ReductionTask solved = handedOut(SKY.science(1));
        FrameAnnounced frame = SKY.science(2);
        ReductionTask first = handedOut(frame);
        scheduler.tell(Workers.shifted(solved, SHIFT));
        scheduler.tell(Workers.failed(first, FailureCategory.SOFTWARE));
        scheduler.pass(Duration.ofSeconds(3));
        ReductionTask second = last(frame);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(told(second)).isEmpty();
        scheduler.listenAnew();
        scheduler.pass(Duration.ofMinutes(31));
        assertThat(last(frame).attempt()).isEqualTo(3);
        assertThat(told(last(frame))).isEmpty();
    }

    @Test
    void aStartSendsWhatWasOutAsItWas() {
        FrameAnnounced frame = SKY.science(2);
        ReductionTask solved = handedOut(SKY.science(1));
        ReductionTask first = handedOut(frame);
        scheduler.tell(Workers.shifted(solved, SHIFT));
        scheduler.listenAnew();
        List<ReductionTask> again = scheduler.sendAgain().stream()
                .map(Decision::event)
                .filter(ReductionTask.class::isInstance)
                .map(ReductionTask.class::cast)
                .filter(task -> task.task().equals(first.task()))
                .toList();
        assertThat(again).hasSize(1);
        assertThat(again.get(0).work()).isEqualTo(first.work());
    }

    @Test
    void aFrameThatIsReducedAgainAsksTheOthersAnewButNotItself() {
        FrameAnnounced frame = SKY.science(2);
        scheduler.tell(Workers.shifted(handedOut(frame), OTHER));
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        scheduler.listenAnew();
        scheduler.tell(new Request(
                "again",
                "7DT05",
                scheduler.now(),
                "ana",
                "to see",
                new ReduceAgain(List.of(frame.identity().frame()))));
        assertThat(last(frame).task()).endsWith("+1");
        assertThat(told(last(frame))).containsExactly(of(SKY.science(1), SHIFT));
    }

    @Test
    void aNewRevisionTakesBackWhatTheOldOneSaid() {
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        scheduler.tell(SKY.frame(FrameType.SCIENCE, 1, 2, "r", 100));
        assertThat(scheduler.contents(Store.SHIFTS)).isEmpty();
    }

    @Test
    void anotherNightAndAnotherUnitSayNothing() {
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        assertThat(told(handedOut(SKY.withNight(LocalDate.parse("2026-11-18")).science(1))))
                .isEmpty();
        assertThat(told(handedOut(SKY.withUnit("7DT06").science(1)))).isEmpty();
    }

    @Test
    void ofALongNightOnlySomeAreRemembered() {
        for (int number = 1; number <= 150; number++) {
            scheduler.tell(Workers.shifted(handedOut(SKY.science(number)), new PointingShift(60 * number, 0)));
        }
        assertThat(scheduler.contents(Store.SHIFTS)).hasSize(64);
        assertThat(told(handedOut(SKY.frame(FrameType.SCIENCE, 151, 1, "r", 100))))
                .first()
                .isEqualTo(of(SKY.science(150), new PointingShift(9000, 0)));
    }

    @Test
    void aShiftThatTheOwnHeaderFindsTakesNobodysPlace() {
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        scheduler.tell(Workers.shifted(handedOut(SKY.science(2)), new PointingShift(3, -4)));
        assertThat(told(handedOut(SKY.science(3)))).containsExactly(of(SKY.science(1), SHIFT));
    }

    @Test
    void aFrameThatIsNotPlacedAnyMoreSaysNothing() {
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        scheduler.tell(new Request(
                "again",
                "7DT05",
                scheduler.now(),
                "ana",
                "to see",
                new ReduceAgain(List.of(SKY.science(1).identity().frame()))));
        assertThat(last(SKY.science(1)).task()).endsWith("+1");
        scheduler.tell(Workers.unplaced(last(SKY.science(1))));
        assertThat(scheduler.contents(Store.SHIFTS)).isEmpty();
    }

    @Test
    void aShiftIsForgottenWithItsFrame() {
        scheduler.tell(Workers.shifted(handedOut(SKY.science(1)), SHIFT));
        assertThat(scheduler.contents(Store.SHIFTS)).hasSize(1);
        scheduler.pass(Duration.ofDays(2).plusSeconds(2));
        assertThat(scheduler.contents(Store.SHIFTS)).isEmpty();
    }
}
