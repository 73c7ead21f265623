package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.CalibrationSet.Phase;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final Sky SKY = Sky.TONIGHT;
    private static final Policy POLICY = policy(4, Optional.empty());

    private final TestingScheduler scheduler = new TestingScheduler(POLICY);

    private static Policy policy(int limit, Optional<Duration> giveUpAfter) {
        return new Policy(
                Habits.of(Order.NEWEST, limit),
                Habits.of(Order.NEWEST, limit),
                0.25,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofHours(36),
                Duration.ofSeconds(3),
                3,
                giveUpAfter,
                Duration.ofDays(30),
                Duration.ofMinutes(20));
    }

    private static List<FrameAnnounced> biases(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SKY::bias).toList();
    }

    private static List<FrameAnnounced> flats(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> SKY.flat(number, "r"))
                .toList();
    }

    private <W> List<W> work(Class<W> kind) {
        return scheduler.reductions().stream()
                .map(ReductionTask::work)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private int out(Desk desk) {
        return scheduler.state().tasks().out("7DT05", desk).size();
    }

    // What goes out.

    @Test
    void aFrameThatWasTakenIsTransferred() {
        scheduler.tell(SKY.science(1));
        TransferTask task = scheduler.transfers().get(0);
        assertThat(task.task()).isEqualTo("transfer:7DT05/2026-11-19/science1.fits@1");
        assertThat(task.identity().attempt()).isEqualTo(1);
        assertThat(task.of()).isEqualTo(5);
        assertThat(task.lane()).isEqualTo(Lane.LIVE);
        assertThat(task.deadline()).isEqualTo(scheduler.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aFrameThatIsStillArrivingIsLeftAlone() {
        assertThat(scheduler.tell(SKY.arriving(1))).isEmpty();
    }

    @Test
    void aFrameWithoutGainIsArchivedAndFailsInsteadOfWaitingForMastersThatCannotHelp() {
        scheduler.tell(SKY.scienceWithoutGain(1));
        scheduler.transferAll();
        FrameFailed failed = scheduler.lastSaid(Topics.FRAMES_FAILED);
        assertThat(failed.category()).isEqualTo(FailureCategory.GAIN_UNKNOWN);
        assertThat(failed.isFinal()).isTrue();
        assertThat(failed.reason()).contains("science1.fits").contains("gain unknown");
        assertThat(failed.remedy())
                .contains("vigil instrument gain NAME --flats FILE FILE --biases FILE FILE")
                .startsWith("write EGAIN into its header")
                .contains("vigil again FRAME --judge");
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).isEmpty();
        assertThat(work(QuickLook.class)).hasSize(1);
    }

    @Test
    void anExcludedFrameIsTransferredAndNoMore() {
        scheduler.tell(SKY.excluded(1));
        scheduler.transferAll();
        assertThat(scheduler.handedOut()).hasSize(1);
        assertThat(scheduler.contents(Store.FRAMES)).isEmpty();
        assertThat(scheduler.contents(Store.REVISIONS)).hasSize(1);
    }

    @Test
    void noMoreThanTheLimitIsOut() {
        IntStream.rangeClosed(1, 10).forEach(number -> scheduler.tell(SKY.science(number)));
        assertThat(scheduler.transfers()).hasSize(4);
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        assertThat(scheduler.transfers()).hasSize(5);
    }

    @Test
    void theNewestGoesFirstAndNothingThatWasPassedByIsLost() {
        IntStream.rangeClosed(1, 8).forEach(number -> scheduler.tell(SKY.science(number)));
        scheduler.listenAnew();
        IntStream.rangeClosed(1, 4)
                .mapToObj(SKY::science)
                .forEach(frame -> scheduler
                        .state()
                        .tasks()
                        .get("transfer:" + frame.identity().frame() + "@1")
                        .ifPresent(task -> scheduler.tell(Workers.done(transfer(frame)))));
        assertThat(scheduler.transfers())
                .extracting(task -> task.identity().exposure())
                .containsExactly("exposure8", "exposure7", "exposure6", "exposure5");
    }

    private static TransferTask transfer(FrameAnnounced frame) {
        return new TransferTask(
                "transfer:" + frame.identity().frame() + "@1",
                frame.identity().withAttempt(1),
                5,
                Lane.LIVE,
                frame.path(),
                frame.size(),
                ((dev.vigil.schemas.events.Taken) frame.judgement()).file(),
                Sky.EVENING,
                Sky.EVENING.plusSeconds(600));
    }

    @Test
    void oldExposuresGoToTheBackfillLaneAndLeavePlacesForLiveOnes() {
        Sky old = SKY.announcedAt(Instant.parse("2026-11-25T12:00:00Z"));
        IntStream.rangeClosed(1, 10).forEach(number -> scheduler.tell(old.science(number)));
        assertThat(scheduler.transfers()).hasSize(1).allMatch(task -> task.lane() == Lane.BACKFILL);
        IntStream.rangeClosed(11, 20).forEach(number -> scheduler.tell(SKY.science(number)));
        assertThat(scheduler.transfers()).hasSize(4);
        assertThat(scheduler.transfers().get(1).lane()).isEqualTo(Lane.LIVE);
    }

    @Test
    void eachUnitHasPlacesOfItsOwn() {
        IntStream.rangeClosed(1, 10).forEach(number -> scheduler.tell(SKY.science(number)));
        IntStream.rangeClosed(1, 10)
                .forEach(number -> scheduler.tell(SKY.withUnit("LATISS").science(number)));
        assertThat(scheduler.transfers()).hasSize(8);
    }

    // From frames to masters to reduced frames.

    @Test
    void aScienceFrameIsLookedAtAtOnceAndWaitsForItsMasters() {
        scheduler.tell(SKY.science(1));
        scheduler.transferAll();
        assertThat(work(QuickLook.class)).hasSize(1);
        assertThat(work(ReduceFrame.class)).isEmpty();
        FrameWaiting waiting = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waiting.awaited()).isEqualTo(Awaited.MASTER);
        assertThat(waiting.what()).isEqualTo("any flat");
        assertThat(waiting.state()).contains("no flat was built").contains("none of night 2026-11-19 was announced");
        assertThat(waiting.turn()).isEqualTo(1);
        assertThat(waiting.over()).isFalse();
    }

    @Test
    void aWaitNamesTheSetAndHowItStands() {
        scheduler.tell(SKY.science(1));
        scheduler.tellAll(flats(3));
        scheduler.transfers().stream().limit(3).forEach(task -> scheduler.tell(Workers.done(task)));
        FrameWaiting waiting = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waiting.what()).isEqualTo("flat r of 2026-11-19");
        assertThat(waiting.state()).matches("\\d of 3 transferred, open");
    }

    @Test
    void aWaitForFramesThatFailedSaysThatTheyDidNotArrive() {
        scheduler.tell(SKY.science(1));
        scheduler.transferAll();
        scheduler.listenAnew();
        scheduler.tellAll(flats(3));
        scheduler.transfers().forEach(task -> scheduler.tell(Workers.failed(task, FailureCategory.NOT_FITS)));
        scheduler.pass(Duration.ofMinutes(10));
        FrameWaiting waiting = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waiting.what()).isEqualTo("any flat");
        assertThat(waiting.state())
                .isEqualTo("flat r of 2026-11-19: closed without a usable frame: none of its 3 frames arrived");
    }

    @Test
    void aSetWithTooFewFramesSaysHowManyDidNotArrive() {
        scheduler.tell(SKY.bias(3));
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.NOT_FITS));
        scheduler.listenAnew();
        scheduler.tellAll(biases(2));
        scheduler.transferAll();
        scheduler.pass(Duration.ofMinutes(10));
        assertThat(scheduler.lastSaid(Topics.MASTERS_FAILED).reason())
                .isEqualTo("bias of 2026-11-19 has 2 usable frames (1 more did not arrive), and a master needs 3");
    }

    @Test
    void whatChangesWithinMomentsIsSaidOnceItIsCalm() {
        scheduler.tell(SKY.science(1));
        scheduler.transferAll();
        scheduler.tellAll(flats(3));
        scheduler.tellAll(biases(3));
        scheduler.transferAll();
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .extracting(FrameWaiting::what)
                .containsExactly("any flat");
        scheduler.pass(Duration.ofSeconds(6));
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .extracting(FrameWaiting::what)
                .containsExactly("any flat", "flat r of 2026-11-19");
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).state())
                .isEqualTo("version 1 waits for bias of 2026-11-19");
        scheduler.pass(Duration.ofSeconds(3));
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).hasSize(2);
    }

    @Test
    void aFrameThatWaitedIsReducedWhenItsMastersAreBuilt() {
        scheduler.tell(SKY.science(1));
        scheduler.tellAll(flats(3));
        scheduler.tellAll(biases(3));
        scheduler.workUntilQuiet();
        ReduceFrame reduce = work(ReduceFrame.class).get(0);
        assertThat(reduce.masters())
                .extracting(master -> master.kind())
                .containsExactly(MasterKind.BIAS, MasterKind.FLAT);
        assertThat(reduce.masters().get(0).age()).isEqualTo(Duration.ofSeconds(658));
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isTrue();
        assertThat(scheduler.contents(Store.WAITS)).isEmpty();
        assertThat(scheduler.contents(Store.TASKS)).isEmpty();
        assertThat(scheduler.contents(Store.QUEUE)).isEmpty();
        assertThat(scheduler.contents(Store.OUT)).isEmpty();
        assertThat(scheduler.contents(Store.FRAMES)).isEmpty();
    }

    @Test
    void aFrameThatFindsItsMastersNeverWaits() {
        scheduler.tellAll(biases(3));
        scheduler.tellAll(flats(3));
        scheduler.workUntilQuiet();
        scheduler.tell(SKY.science(1));
        scheduler.workUntilQuiet();
        assertThat(work(ReduceFrame.class)).hasSize(1);
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).isEmpty();
    }

    @Test
    void theBiasIsBuiltBeforeTheFlatThatNeedsIt() {
        scheduler.tellAll(flats(3));
        scheduler.tellAll(biases(3));
        scheduler.workUntilQuiet();
        assertThat(work(BuildMaster.class))
                .extracting(BuildMaster::kind)
                .containsExactly(MasterKind.BIAS, MasterKind.FLAT);
        assertThat(work(BuildMaster.class).get(1).masters()).hasSize(1);
        assertThat(work(BuildMaster.class).get(1).inputs()).hasSize(3);
    }

    @Test
    void aSetStaysOpenUntilEveryMemberIsTransferred() {
        scheduler.tellAll(biases(4));
        scheduler.transfers().stream().limit(3).forEach(task -> scheduler.tell(Workers.done(task)));
        scheduler.pass(Duration.ofSeconds(60));
        assertThat(work(BuildMaster.class)).isEmpty();
        scheduler.tell(Workers.done(scheduler.transfers().get(3)));
        scheduler.pass(Duration.ofSeconds(1));
        assertThat(work(BuildMaster.class)).hasSize(1);
    }

    @Test
    void aSetStaysOpenUntilNoNewMemberHasComeForAWhile() {
        scheduler.tellAll(biases(4));
        scheduler.transfers().forEach(task -> scheduler.tell(Workers.done(task)));
        scheduler.pass(Duration.ofSeconds(2));
        scheduler.tell(SKY.bias(5));
        scheduler.tell(Workers.done(scheduler.transfers().get(4)));
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(work(BuildMaster.class)).isEmpty();
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(work(BuildMaster.class)).hasSize(1);
    }

    @Test
    void theStepsOfALargeSetAreSaidNowAndThenAndItsLastOneAlways() {
        scheduler.tellAll(biases(57));
        scheduler.workUntilQuiet();
        var said = scheduler.said(Topics.MASTERS_WAITING);
        assertThat(said).hasSizeLessThan(57);
        assertThat(said).anyMatch(waiting -> waiting.announced() == 57 && waiting.ready() == 57);
    }

    @Test
    void aMemberThatFailsForGoodIsNotWaitedFor() {
        scheduler.tellAll(biases(4));
        scheduler.transfers().stream().limit(3).forEach(task -> scheduler.tell(Workers.done(task)));
        scheduler.tell(Workers.failed(scheduler.transfers().get(3), FailureCategory.NOT_FITS));
        scheduler.pass(Duration.ofSeconds(10));
        assertThat(work(BuildMaster.class).get(0).inputs()).hasSize(3);
    }

    @Test
    void aLateFrameMakesANewVersion() {
        scheduler.tellAll(biases(3));
        scheduler.workUntilQuiet();
        scheduler.tell(SKY.bias(4));
        scheduler.workUntilQuiet();
        assertThat(work(BuildMaster.class)).extracting(BuildMaster::version).containsExactly(1, 2);
        assertThat(work(BuildMaster.class).get(1).inputs()).hasSize(4);
        assertThat(work(BuildMaster.class).get(1).master().value()).endsWith("/v2");
    }

    @Test
    void aRevisionOfACalibrationFrameMakesANewVersion() {
        scheduler.tellAll(biases(3));
        scheduler.workUntilQuiet();
        scheduler.tell(SKY.frame(FrameType.BIAS, 2, 2, "", 0));
        scheduler.workUntilQuiet();
        assertThat(work(BuildMaster.class)).extracting(BuildMaster::version).containsExactly(1, 2);
        assertThat(work(BuildMaster.class).get(1).inputs())
                .extracting(input -> input.identity().revision())
                .containsExactly(1, 2, 1);
    }

    @Test
    void aSetWithTooFewFramesFailsVisiblyAndItsFramesGoOnWaiting() {
        scheduler.tell(SKY.science(1));
        scheduler.tellAll(biases(2));
        scheduler.transferAll();
        scheduler.pass(Duration.ofSeconds(60));
        MasterFailed failed = scheduler.lastSaid(Topics.MASTERS_FAILED);
        assertThat(failed.category()).isEqualTo(FailureCategory.TOO_FEW_INPUTS);
        assertThat(failed.reason()).isEqualTo("bias of 2026-11-19 has 2 usable frames, and a master needs 3");
        assertThat(failed.isFinal()).isTrue();
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isFalse();
    }

    @Test
    void aCopyOfACalibrationFrameIsNoFurtherOne() {
        scheduler.tellAll(biases(2));
        scheduler.transferAll();
        FrameTransferred first =
                Workers.done(scheduler.said(Topics.WORK_TRANSFERS).get(0));
        scheduler.tell(SKY.bias(3));
        FrameTransferred third = Workers.done(scheduler.lastSaid(Topics.WORK_TRANSFERS));
        scheduler.tell(new FrameTransferred(
                third.identity(),
                third.at(),
                third.task(),
                first.archived(),
                first.readable(),
                third.worker(),
                third.took()));
        scheduler.pass(Duration.ofMinutes(5));
        MasterFailed failed = scheduler.lastSaid(Topics.MASTERS_FAILED);
        assertThat(failed.reason())
                .isEqualTo("bias of 2026-11-19 has 2 usable frames (1 more is a copy of these), and a master needs 3");
        scheduler.tell(SKY.bias(4));
        scheduler.workUntilQuiet();
        assertThat(work(BuildMaster.class).get(0).inputs()).hasSize(3);
    }

    @Test
    void aSetThatFailedOpensAgainForALateFrame() {
        scheduler.tellAll(biases(2));
        scheduler.transferAll();
        scheduler.pass(Duration.ofSeconds(60));
        scheduler.listenAnew();
        scheduler.tell(SKY.bias(3));
        scheduler.workUntilQuiet();
        assertThat(work(BuildMaster.class).get(0).version()).isEqualTo(2);
    }

    @Test
    void twoFramesAreGivenTimeForAThird() {
        scheduler.tellAll(biases(2));
        scheduler.transferAll();
        scheduler.pass(Duration.ofSeconds(20));
        assertThat(scheduler.said(Topics.MASTERS_FAILED)).isEmpty();
    }

    @Test
    void whenTheNightIsOverAndNothingMoreComesTooFewAreTooFewAtOnce() {
        scheduler.tellAll(biases(2));
        scheduler.transferAll();
        scheduler.tell(over(Optional.empty()));
        scheduler.pass(Duration.ofSeconds(10));
        assertThat(scheduler.said(Topics.MASTERS_FAILED)).as("more may come").isEmpty();
        scheduler.tell(over(Optional.of(Sky.EVENING)));
        scheduler.pass(Duration.ofSeconds(5));
        assertThat(scheduler.said(Topics.MASTERS_FAILED)).hasSize(1);
    }

    private UnitAlive over(Optional<Instant> quietSince) {
        Optional<java.time.LocalDate> next = Optional.of(SKY.night().plusDays(1));
        Instant at = scheduler.now().plusMillis(1);
        return new UnitAlive("7DT05", at, true, Optional.empty(), quietSince, next, 1, 1, 1, 0);
    }

    @Test
    void aMasterThatCannotBeBuiltFailsAndSaysSoToItsFrames() {
        scheduler.tell(SKY.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED)).science(1));
        scheduler.tellAll(biases(3));
        scheduler.transferAll();
        scheduler.pass(Duration.ofSeconds(10));
        ReductionTask build = scheduler.reductions().stream()
                .filter(task -> task.work() instanceof BuildMaster)
                .findFirst()
                .orElseThrow();
        scheduler.tell(Workers.masterFailed(build, FailureCategory.IMPOSSIBLE_VALUE));
        assertThat(scheduler.lastSaid(Topics.MASTERS_FAILED).isFinal()).isTrue();
        scheduler.pass(Duration.ofSeconds(10));
        FrameWaiting waiting = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waiting.state()).contains("failed: all inputs are saturated");
        assertThat(waiting.over()).isFalse();
    }

    @Test
    void anOptionalMasterIsUsedWhenItIsThereAndDoneWithoutWhenItIsNot() {
        Sky sky = SKY.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED), Sky.need(MasterKind.DARK, Need.OPTIONAL));
        scheduler.tellAll(biases(3));
        scheduler.tell(sky.science(1));
        scheduler.workUntilQuiet();
        assertThat(work(ReduceFrame.class).get(0).masters()).hasSize(1);
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.dark(number, 100)));
        scheduler.workUntilQuiet();
        scheduler.tell(sky.science(2));
        scheduler.workUntilQuiet();
        assertThat(work(ReduceFrame.class).get(1).masters())
                .extracting(master -> master.kind())
                .containsExactly(MasterKind.BIAS, MasterKind.DARK);
    }

    @Test
    void aFrameThatWaitsTooLongFailsWithTheReasonWhenThatIsSet() {
        TestingScheduler impatient = new TestingScheduler(policy(4, Optional.of(Duration.ofSeconds(30))));
        impatient.tell(SKY.science(1));
        impatient.transferAll();
        impatient.pass(Duration.ofSeconds(40));
        FrameFailed failed = impatient.lastSaid(Topics.FRAMES_FAILED);
        assertThat(failed.category()).isEqualTo(FailureCategory.NO_MASTER);
        assertThat(failed.reason()).contains("any flat");
        assertThat(failed.isFinal()).isTrue();
    }

    // Trying again.

    @Test
    void aFailureThatMayHealIsTriedAgainAfterAWhile() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.DAMAGED));
        assertThat(scheduler.transfers()).hasSize(1);
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(scheduler.transfers()).hasSize(2);
        assertThat(scheduler.transfers().get(1).identity().attempt()).isEqualTo(2);
        assertThat(scheduler.transfers().get(1).task())
                .isEqualTo(scheduler.transfers().get(0).task());
        assertThat(scheduler.said(Topics.FRAMES_FAILED)).isEmpty();
    }

    @Test
    void theLastAttemptIsFinalAndTheFrameIsForgotten() {
        scheduler.tell(SKY.science(1));
        for (int attempt = 1; attempt <= 5; attempt++) {
            TransferTask task = scheduler.lastSaid(Topics.WORK_TRANSFERS);
            assertThat(task.identity().attempt()).isEqualTo(attempt);
            scheduler.tell(Workers.failed(task, FailureCategory.DAMAGED));
            scheduler.pass(Duration.ofMinutes(3));
        }
        assertThat(scheduler.transfers()).hasSize(5);
        assertThat(scheduler.contents(Store.FRAMES)).isEmpty();
        assertThat(scheduler.contents(Store.TASKS)).isEmpty();
    }

    @Test
    void aFailureThatNoAttemptWouldChangeIsCalledFinalByTheScheduler() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.NOT_FITS));
        FrameFailed last = scheduler.lastSaid(Topics.FRAMES_FAILED);
        assertThat(last.isFinal()).isTrue();
        assertThat(last.worker()).isEqualTo("worker-1");
        assertThat(scheduler.tell(last)).isEmpty();
        scheduler.pass(Duration.ofMinutes(5));
        assertThat(scheduler.transfers()).hasSize(1);
    }

    @Test
    void newsOfAnEarlierAttemptChangesNothing() {
        scheduler.tell(SKY.science(1));
        FrameFailed first = Workers.failed(scheduler.transfers().get(0), FailureCategory.DAMAGED);
        scheduler.tell(first);
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(scheduler.tell(first)).isEmpty();
        assertThat(out(Desk.TRANSFERS)).isEqualTo(1);
    }

    @Test
    void aTaskThatWorkersWereLostOverIsTriedOnceMoreAlone() {
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.science(number)));
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.GAVE_UP));
        assertThat(scheduler.transfers()).hasSize(3);
        scheduler.tell(Workers.done(scheduler.transfers().get(1)));
        assertThat(scheduler.transfers()).hasSize(3);
        scheduler.tell(Workers.done(scheduler.transfers().get(2)));
        assertThat(scheduler.transfers()).hasSize(4);
        scheduler.tell(SKY.science(4));
        assertThat(scheduler.transfers()).hasSize(4);
        scheduler.tell(Workers.failed(scheduler.transfers().get(3), FailureCategory.GAVE_UP));
        assertThat(scheduler.lastSaid(Topics.FRAMES_FAILED).isFinal()).isTrue();
        assertThat(scheduler.transfers()).hasSize(5);
    }

    @Test
    void aTaskWithoutAnAnswerIsHandedOutAgainAndShownAsStalled() {
        scheduler.tell(SKY.science(1));
        scheduler.pass(Duration.ofMinutes(11));
        assertThat(scheduler.transfers()).hasSize(2);
        assertThat(scheduler.transfers().get(1).identity().attempt()).isEqualTo(2);
        assertThat(scheduler.transfers().get(1).of()).isEqualTo(6);
        FrameWaiting waiting = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waiting.awaited()).isEqualTo(Awaited.ANSWER);
        assertThat(waiting.stage()).isEqualTo(Stage.TRANSFER);
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        assertThat(out(Desk.TRANSFERS)).isZero();
        assertThat(scheduler.said(Topics.FRAMES_WAITING).stream()
                        .filter(said -> said.awaited() == Awaited.ANSWER)
                        .reduce((one, other) -> other)
                        .orElseThrow()
                        .over())
                .isTrue();
    }

    @Test
    void aMasterTaskWithoutAnAnswerIsHandedOutAgainAndShownAsStalled() {
        scheduler.tellAll(biases(3));
        scheduler.transferAll();
        scheduler.pass(Duration.ofMinutes(31));
        assertThat(work(BuildMaster.class)).hasSize(2);
        assertThat(scheduler.lastSaid(Topics.MASTERS_WAITING).state()).startsWith("stalled: attempt 1");
    }

    @Test
    void aSourceThatCannotBeReachedHoldsItsUnitAndNoOther() {
        IntStream.rangeClosed(1, 10).forEach(number -> scheduler.tell(SKY.science(number)));
        List<TransferTask> first = scheduler.transfers();
        first.forEach(task -> scheduler.tell(Workers.noSource(task)));
        assertThat(scheduler.transfers()).hasSize(4);
        scheduler.tell(SKY.withUnit("LATISS").science(1));
        assertThat(scheduler.transfers()).hasSize(5);
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(scheduler.transfers()).as("one tries first").hasSize(6);
        scheduler.tell(Workers.done(scheduler.transfers().get(5)));
        assertThat(out(Desk.TRANSFERS)).as("then all may go").isEqualTo(4);
    }

    @Test
    void waitingForTheSourceUsesUpNoAttempt() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(Workers.noSource(scheduler.transfers().get(0)));
        scheduler.tell(Workers.noSource(scheduler.transfers().get(0)));
        scheduler.pass(Duration.ofSeconds(2));
        TransferTask again = scheduler.transfers().get(1);
        assertThat(again.identity().attempt()).isEqualTo(2);
        assertThat(again.of()).isEqualTo(6);
        scheduler.tell(Workers.done(again));
        FrameWaiting over = scheduler.said(Topics.FRAMES_WAITING).get(0);
        assertThat(over.awaited()).isEqualTo(Awaited.SOURCE);
        assertThat(over.over()).isTrue();
    }

    @Test
    void aProducerThatComesBackEndsTheHoldAtOnce() {
        scheduler.tell(alive(Sky.EVENING, false));
        scheduler.tell(SKY.science(1));
        for (int i = 0; i < 3; i++) {
            scheduler.tell(Workers.noSource(scheduler.lastSaid(Topics.WORK_TRANSFERS)));
            scheduler.pass(Duration.ofSeconds(i == 0 ? 2 : 6));
        }
        int before = scheduler.transfers().size();
        scheduler.tell(alive(Sky.EVENING.plusSeconds(5), true));
        assertThat(scheduler.transfers()).hasSize(before + 1);
    }

    private static UnitAlive alive(Instant at, boolean reachable) {
        return new UnitAlive(
                "7DT05", at, reachable, Optional.empty(), Optional.empty(), Optional.of(SKY.night()), 1, 1, 1, 0);
    }

    @Test
    void whatWaitedForAnOldAddressIsFetchedAtOnceWhereItIsOfferedNow() {
        FrameAnnounced frame = SKY.science(1);
        scheduler.tell(offering(frame.at().minusSeconds(1), "http://old:9200/files/"));
        scheduler.tell(frame);
        assertThat(scheduler.transfers().get(0).file()).isEqualTo(file(frame));
        scheduler.tell(Workers.noSource(scheduler.lastSaid(Topics.WORK_TRANSFERS)));
        scheduler.pass(Duration.ofSeconds(2));
        scheduler.tell(Workers.noSource(scheduler.lastSaid(Topics.WORK_TRANSFERS)));
        int before = scheduler.transfers().size();
        scheduler.tell(offering(frame.at().plusSeconds(60), "file:///incoming/", "https://new:9200/files/"));
        assertThat(scheduler.transfers()).hasSize(before + 1);
        TransferTask again = scheduler.transfers().get(before);
        assertThat(again.file().locations())
                .containsExactly(
                        URI.create("file:///incoming/" + frame.path()),
                        URI.create("https://new:9200/files/" + frame.path()));
        assertThat(again.file().source()).isEqualTo(file(frame).source());
    }

    private static TakenFile file(FrameAnnounced frame) {
        return ((Taken) frame.judgement()).file();
    }

    private static UnitAlive offering(Instant at, String... places) {
        return new UnitAlive(
                "7DT05",
                at,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SKY.night()),
                1,
                1,
                1,
                0,
                Optional.empty(),
                0,
                Stream.of(places).map(URI::create).toList(),
                List.of());
    }

    // Again is harmless.

    @Test
    void newsThatComesTwiceChangesNothing() {
        List<FrameAnnounced> frames = List.of(SKY.science(1), SKY.bias(1), SKY.flat(1, "r"));
        scheduler.tellAll(frames);
        var before = scheduler.contents();
        frames.forEach(frame -> assertThat(scheduler.tell(frame)).isEmpty());
        assertThat(scheduler.contents()).isEqualTo(before);
    }

    @Test
    void anOutcomeThatComesBeforeTheAnnouncementIsNotForgotten() {
        FrameAnnounced frame = SKY.bias(1);
        scheduler.tell(Workers.done(transfer(frame)));
        scheduler.tell(frame);
        assertThat(scheduler.transfers()).isEmpty();
        assertThat(scheduler.contents(Store.FRAMES)).isEmpty();
    }

    @Test
    void aNewerRevisionTakesThePlaceOfTheOlder() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(SKY.frame(FrameType.SCIENCE, 1, 2, "r", 100));
        assertThat(out(Desk.TRANSFERS)).isEqualTo(1);
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        assertThat(scheduler.reductions()).isEmpty();
        scheduler.tell(Workers.done(scheduler.transfers().get(1)));
        assertThat(work(QuickLook.class).get(0).identity().revision()).isEqualTo(2);
    }

    @Test
    void anOlderRevisionThatComesLateIsIgnored() {
        scheduler.tell(SKY.frame(FrameType.SCIENCE, 1, 2, "r", 100));
        assertThat(scheduler.tell(SKY.science(1))).isEmpty();
    }

    @Test
    void successAfterAFinalFailureCounts() {
        scheduler.tell(SKY.science(1));
        TransferTask task = scheduler.transfers().get(0);
        scheduler.tell(Workers.failed(task, FailureCategory.NOT_FITS));
        scheduler.tell(Workers.done(task));
        assertThat(work(QuickLook.class)).hasSize(1);
    }

    @Test
    void afterACrashWhatWasOutIsSentAgainAsTheSameAttempt() {
        scheduler.tell(SKY.science(1));
        List<Decision<?>> again = scheduler.sendAgain();
        assertThat(again).hasSize(1);
        TransferTask task = (TransferTask) again.get(0).event();
        assertThat(task.identity().attempt()).isEqualTo(1);
        assertThat(out(Desk.TRANSFERS)).isEqualTo(1);
    }

    @Test
    void aTaskThatACrashLeftNowhereIsFoundAgain() {
        IntStream.rangeClosed(1, 6).forEach(number -> scheduler.tell(SKY.science(number)));
        var whole = scheduler.contents(Store.QUEUE);
        scheduler.state().tasks().all().stream()
                .filter(task -> scheduler.state().tasks().isQueued(task))
                .forEach(task -> scheduler.state().tasks().keep(task));
        assertThat(scheduler.contents(Store.QUEUE)).isEmpty();
        scheduler.recover();
        assertThat(scheduler.contents(Store.QUEUE)).isEqualTo(whole);
    }

    /** Else all that is excluded would go before what is of use, and never as backfill. */
    @Test
    void anExcludedFrameIsAsOldAsItsHeaderSays() {
        FrameAnnounced then = SKY.excluded(1);
        Instant start = ((Excluded) then.judgement()).facts().start().orElseThrow();
        FrameAnnounced copied = new FrameAnnounced(
                then.identity(),
                then.at(),
                then.path(),
                then.size(),
                start.plus(Duration.ofDays(300)),
                then.judgement());
        scheduler.tell(copied);
        assertThat(scheduler
                        .state()
                        .frames()
                        .get(copied.identity().frame())
                        .orElseThrow()
                        .taken())
                .isEqualTo(start);
    }

    @Test
    void aSetThatACrashLeftStuckBesideItsTaskIsBuilt() {
        scheduler.tellAll(biases(3));
        scheduler.transferAll();
        scheduler.pass(Duration.ofSeconds(10));
        SetKey key = scheduler.state().sets().all().get(0).key();
        CalibrationSet building = scheduler.state().sets().get(key).orElseThrow();
        scheduler.state().sets().keep(building.in(Phase.STUCK, "no bias"));
        scheduler.recover();
        assertThat(scheduler.state().sets().get(key)).contains(building);
    }

    @Test
    void aMasterWithoutAFileIsUnusable() {
        scheduler.tellAll(biases(3));
        scheduler.transferAll();
        scheduler.pass(Duration.ofSeconds(10));
        MasterBuilt whole = Workers.built(scheduler.reductions().get(0));
        MasterBuilt without = new MasterBuilt(
                whole.master(),
                whole.unit(),
                whole.kind(),
                whole.set(),
                whole.version(),
                whole.night(),
                whole.at(),
                whole.task(),
                whole.attempt(),
                whole.configuration(),
                whole.filter(),
                whole.exposureTime(),
                whole.middle(),
                whole.inputs(),
                whole.masters(),
                List.of(),
                whole.quality(),
                whole.flags(),
                whole.worker(),
                whole.took());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> scheduler.tell(without))
                .isInstanceOf(UnusableNewsException.class)
                .hasMessageContaining("names no file");
        assertThat(scheduler.contents(Store.MASTERS)).isEmpty();
    }
}
