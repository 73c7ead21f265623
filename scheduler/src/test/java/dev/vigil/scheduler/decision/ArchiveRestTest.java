package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Wait;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterWaiting;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RetryFailed;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a unit's frames while the archive takes nothing. */
class ArchiveRestTest {
    private static final Sky SKY = Sky.TONIGHT;
    private static final int LIMIT = 4;
    private static final Duration FIRST_REST = Duration.ofSeconds(18);
    private static final Duration CALM = Duration.ofSeconds(7);
    private static final Duration QUIET = Policy.DEFAULT.setQuiet();

    private final TestingScheduler scheduler =
            new TestingScheduler(Policy.DEFAULT.withTransfers(Habits.of(Order.NEWEST, LIMIT)));
    private int answered;

    private void announce(int frames) {
        IntStream.rangeClosed(1, frames).forEach(number -> scheduler.tell(SKY.science(number)));
    }

    private void fail(TransferTask task) {
        scheduler.tell(Workers.failed(task, FailureCategory.DISK_FULL));
    }

    /** Lets time pass, while every attempt that is made fails. */
    private void failFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            for (; answered < scheduler.transfers().size(); answered++) {
                fail(scheduler.transfers().get(answered));
            }
            scheduler.pass(Duration.ofSeconds(1));
        }
    }

    private List<FrameWaiting> said(boolean over) {
        return scheduler.said(Topics.FRAMES_WAITING).stream()
                .filter(said -> said.awaited() == Awaited.ARCHIVE && said.over() == over)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCategory.class,
            names = {"DISK_FULL", "NOT_WRITABLE"})
    void anArchiveThatTakesNothingIsNotTriedByAllThatCome(FailureCategory category) {
        announce(10);
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), category));
        scheduler.tell(SKY.science(11));
        assertThat(scheduler.transfers()).as("nothing goes").hasSize(LIMIT);
        scheduler.pass(FIRST_REST);
        assertThat(scheduler.transfers()).as("all places are filled again").hasSize(LIMIT + 1);
    }

    @Test
    void everyFrameThatStandsThereSaysWhatItWaitsFor() {
        announce(10);
        fail(scheduler.transfers().get(0));
        assertThat(said(false)).hasSize(7);
        scheduler.tell(SKY.science(11));
        assertThat(said(false)).hasSize(8).allSatisfy(waiting -> {
            assertThat(waiting.what()).isEqualTo("room on the disk");
            assertThat(waiting.state()).isEqualTo(Workers.NO_ROOM);
        });
    }

    @Test
    void whatIsTriedInVainSaysNothingTwice() {
        announce(1);
        failFor(Duration.ofMinutes(3));
        assertThat(scheduler.transfers()).hasSizeGreaterThan(2);
        assertThat(said(false)).hasSize(1);
    }

    @Test
    void noOtherUnitRests() {
        announce(10);
        fail(scheduler.transfers().get(0));
        IntStream.rangeClosed(1, 3)
                .forEach(number -> scheduler.tell(SKY.withUnit("LATISS").science(number)));
        assertThat(scheduler.transfers()).hasSize(LIMIT + 3);
    }

    @Test
    void whatWentBeforeTheRestEndsItNot() {
        announce(10);
        List<TransferTask> first = scheduler.transfers();
        fail(first.get(0));
        first.subList(1, LIMIT).forEach(task -> scheduler.tell(Workers.done(task)));
        assertThat(scheduler.transfers()).hasSize(LIMIT);
        assertThat(said(true)).isEmpty();
    }

    @Test
    void onceSomethingSucceedsNobodyWaitsAnyMore() {
        announce(10);
        scheduler.transfers().forEach(this::fail);
        scheduler.pass(FIRST_REST);
        scheduler.tell(Workers.done(scheduler.lastSaid(Topics.WORK_TRANSFERS)));
        assertThat(said(true)).hasSameSizeAs(said(false)).hasSize(10);
        scheduler.workUntilQuiet();
        assertThat(scheduler.said(Topics.FRAMES_FAILED)).isEmpty();
    }

    @Test
    void aFrameFailsWhenPatienceIsOver() {
        announce(1);
        Instant began = scheduler.now();
        Map<Integer, Instant> attempts = new HashMap<>();
        while (scheduler.state().tasks().all().size() > 0) {
            failFor(Duration.ofSeconds(1));
            attempts.putIfAbsent(scheduler.transfers().size(), scheduler.now());
        }
        assertThat(scheduler.transfers()).hasSize(5);
        assertThat(Duration.between(began, scheduler.now())).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(26));
        assertThat(said(true)).hasSize(1);
        assertThat(scheduler.lastSaid(Topics.WORK_TRANSFERS).of()).isEqualTo(5);
    }

    @Test
    void manyFramesAreNotUsedUpInOneGo() {
        announce(200);
        failFor(Duration.ofMinutes(10));
        assertThat(scheduler.transfers()).hasSizeLessThanOrEqualTo(5 * LIMIT);
        assertThat(scheduler.state().tasks().all()).as("none has failed").hasSize(200);
        failFor(Duration.ofHours(1));
        assertThat(scheduler.state().tasks().all())
                .as("those that were tried have")
                .hasSizeBetween(180, 196);
    }

    @Test
    void aProductThatFindsNoRoomRestsTheReductionsAndNotTheTransfers() {
        announce(LIMIT);
        scheduler.transferAll();
        scheduler.tell(Workers.failed(scheduler.reductions().get(0), FailureCategory.DISK_FULL));
        IntStream.rangeClosed(11, 12).forEach(number -> scheduler.tell(SKY.science(number)));
        scheduler.listenAnew();
        scheduler.tell(SKY.science(13));
        assertThat(scheduler.transfers()).hasSize(1);
        scheduler.transferAll();
        assertThat(scheduler.reductions()).as("nothing goes").isEmpty();
        scheduler.pass(FIRST_REST);
        assertThat(scheduler.reductions()).hasSize(2);
    }

    @Test
    void aQuickLookIsTriedUntilThereIsRoomEverMoreSeldom() {
        announce(1);
        scheduler.transferAll();
        for (int minute = 0; minute < 120; minute++) {
            for (; answered < scheduler.reductions().size(); answered++) {
                scheduler.tell(Workers.failed(scheduler.reductions().get(answered), FailureCategory.DISK_FULL));
            }
            scheduler.pass(Duration.ofMinutes(1));
        }
        assertThat(scheduler.reductions()).hasSizeBetween(8, 16);
        scheduler.tell(Workers.done(scheduler.lastSaid(Topics.WORK_REDUCTIONS)));
        assertThat(scheduler.said(Topics.FRAMES_FAILED)).isEmpty();
    }

    private ReductionTask lastBuild() {
        return builds().get(builds().size() - 1);
    }

    private List<ReductionTask> builds() {
        return scheduler.reductions().stream()
                .filter(task -> task.work() instanceof BuildMaster)
                .toList();
    }

    /** Three biases and a frame that needs their master, which finds no room. */
    private void closeABiasForWhichThereIsNoRoom() {
        scheduler.tell(SKY.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED)).science(1));
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.bias(number)));
        scheduler.transferAll();
        scheduler.tell(Workers.done(scheduler.lastSaid(Topics.WORK_REDUCTIONS)));
        scheduler.pass(QUIET.plusSeconds(2));
        scheduler.tell(Workers.masterFailed(lastBuild(), FailureCategory.DISK_FULL));
    }

    @Test
    void aMasterThatFindsNoRoomWaitsVisiblyAndSoDoTheFramesThatNeedIt() {
        closeABiasForWhichThereIsNoRoom();
        String state = "version 1 waits for room on the disk: " + Workers.NO_ROOM;
        assertThat(scheduler.lastSaid(Topics.MASTERS_WAITING).state()).isEqualTo(state);
        scheduler.pass(CALM);
        FrameWaiting waiting = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waiting.awaited()).isEqualTo(Awaited.MASTER);
        assertThat(waiting.state()).isEqualTo(state);
    }

    @Test
    void aMasterIsTriedUntilThereIsRoomEverMoreSeldomAndThenItsFramesGo() {
        closeABiasForWhichThereIsNoRoom();
        answered = builds().size();
        for (int minute = 0; minute < 120; minute++) {
            for (; answered < builds().size(); answered++) {
                scheduler.tell(Workers.masterFailed(builds().get(answered), FailureCategory.DISK_FULL));
            }
            scheduler.pass(Duration.ofMinutes(1));
        }
        assertThat(builds()).hasSizeBetween(8, 16);
        assertThat(scheduler.said(Topics.MASTERS_FAILED)).as("final").isEmpty();
        scheduler.pass(Duration.ofMinutes(20));
        scheduler.tell(Workers.built(lastBuild()));
        scheduler.workUntilQuiet();
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isTrue();
        assertThat(scheduler.reductions()).anyMatch(task -> task.work() instanceof ReduceFrame);
    }

    @Test
    void aMasterThatIsBuiltProvesThatThereIsRoomForOthers() {
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.bias(number)));
        scheduler.transferAll();
        scheduler.pass(QUIET.dividedBy(2));
        Sky binned = SKY.with(Sky.configuration("2x2", Optional.empty()));
        IntStream.rangeClosed(4, 6).forEach(number -> scheduler.tell(binned.bias(number)));
        scheduler.transferAll();
        scheduler.pass(QUIET.dividedBy(2).plusSeconds(2));
        scheduler.tell(Workers.masterFailed(lastBuild(), FailureCategory.DISK_FULL));
        scheduler.pass(QUIET.dividedBy(2).minusSeconds(1));
        assertThat(builds()).as("nothing goes").hasSize(1);
        MasterWaiting other = scheduler.lastSaid(Topics.MASTERS_WAITING);
        assertThat(other.master()).isNotEqualTo(((BuildMaster) lastBuild().work()).master());
        assertThat(other.state()).contains("room on the disk");
        scheduler.pass(FIRST_REST);
        scheduler.tell(Workers.built(builds().get(1)));
        assertThat(scheduler.state().waits().forThing("7DT05", Wait.ARCHIVE)).isEmpty();
        assertThat(scheduler.lastSaid(Topics.MASTERS_WAITING).state()).isEqualTo("version 1 is being built of 3");
    }

    @Test
    void aMasterThatFailsOtherwiseWhenThereIsRoomNoLongerWaitsForIt() {
        closeABiasForWhichThereIsNoRoom();
        scheduler.pass(FIRST_REST);
        scheduler.tell(Workers.masterFailed(lastBuild(), FailureCategory.UNREADABLE));
        assertThat(scheduler.lastSaid(Topics.MASTERS_WAITING).state()).isEqualTo("version 1 is being built of 3");
    }

    @Test
    void afterACrashAMasterStillWaitsForRoomAndIsBuiltInItsTurn() {
        closeABiasForWhichThereIsNoRoom();
        int before = builds().size();
        scheduler.recover();
        assertThat(scheduler.lastSaid(Topics.MASTERS_WAITING).state()).contains("room on the disk");
        assertThat(builds()).hasSize(before);
        scheduler.pass(FIRST_REST);
        assertThat(builds()).hasSize(before + 1);
    }

    @Test
    void whoAsksForAnotherTryEndsTheRest() {
        announce(10);
        failFor(Duration.ofMinutes(30));
        int before = scheduler.transfers().size();
        scheduler.tell(new Request(
                "1",
                "7DT05",
                scheduler.now(),
                "operator",
                "there is room",
                new RetryFailed(List.of(scheduler.transfers().get(0).identity().frame()))));
        assertThat(scheduler.transfers()).hasSize(before + LIMIT);
        scheduler.workUntilQuiet();
        assertThat(said(true)).hasSameSizeAs(said(false));
    }
}
