package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.Promote;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.RetryFailed;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final Sky SKY = Sky.TONIGHT.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED));
    private static final FrameId FRAME = SKY.science(1).identity().frame();

    private final TestingScheduler scheduler = new TestingScheduler(new Policy(
            Habits.of(Order.NEWEST, 16),
            Habits.of(Order.NEWEST, 16),
            0.25,
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(36),
            Duration.ofSeconds(3),
            3,
            Optional.empty(),
            Duration.ofDays(30),
            Duration.ofMinutes(20)));

    private static Request request(String id, Wish wish) {
        return new Request(id, "7DT05", Sky.EVENING, "ana", "to be sure", wish);
    }

    private void aNight() {
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.bias(number)));
        scheduler.tell(SKY.science(1));
        scheduler.workUntilQuiet();
        scheduler.listenAnew();
    }

    @Test
    void aFinishedFrameIsReducedAgainUnderANewName() {
        aNight();
        scheduler.tell(request("1", new ReduceAgain(List.of(FRAME))));
        ReductionTask task = scheduler.reductions().get(0);
        assertThat(task.work()).isInstanceOf(ReduceFrame.class);
        assertThat(task.task()).isEqualTo("reduce:" + FRAME + "@1+1");
        assertThat(task.attempt()).isEqualTo(2);
        assertThat(scheduler.answers().get(0).accepted()).isTrue();
        assertThat(scheduler.answers().get(0).answer()).isEqualTo("1 of 1 frames are to be reduced again");
    }

    @Test
    void aFrameThatWaitsForItsMasterIsLookedAtAgain() {
        scheduler.tell(SKY.science(1));
        scheduler.workUntilQuiet();
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isFalse();
        scheduler.listenAnew();
        scheduler.tell(request("1", new LookAgain(List.of(FRAME))));
        assertThat(scheduler.answers().get(0).answer()).isEqualTo("1 of 1 frames are to be looked at again");
        assertThat(scheduler.reductions()).extracting(ReductionTask::task).containsExactly("look:" + FRAME + "@1+1");
        scheduler.tell(request("2", new ReduceAgain(List.of(FRAME))));
        assertThat(scheduler.answers().get(1).answer()).contains("is on its way already");
    }

    @Test
    void aMasterIsBuiltAgainOfWhatItWasBuiltOf() {
        aNight();
        scheduler.tell(SKY.bias(4));
        scheduler.workUntilQuiet();
        MasterId first = built(FrameType.BIAS, 1);
        scheduler.listenAnew();
        scheduler.tell(request("1", new BuildAgain(List.of(first))));
        assertThat(scheduler.answers().get(0).answer()).isEqualTo("1 of 1 masters are to be built again");
        ReductionTask task = scheduler.reductions().get(0);
        BuildMaster work = (BuildMaster) task.work();
        assertThat(work.master()).isEqualTo(first);
        assertThat(work.inputs()).hasSize(3);
        assertThat(work.before()).contains(Sky.stored(first.value()));
        assertThat(task.attempt()).isEqualTo(2);
        scheduler.workUntilQuiet();
        assertThat(scheduler.state().tasks().all()).isEmpty();
        assertThat(scheduler.said(Topics.MASTERS_FAILED)).isEmpty();
    }

    @Test
    void whatAMasterIsBuiltAgainOfIsAllThatItWasBuiltOf() {
        Sky needing = SKY.needing(Sky.need(MasterKind.BIAS, Need.REQUIRED));
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.bias(number)));
        IntStream.rangeClosed(4, 6)
                .forEach(number -> scheduler.tell(needing.frame(FrameType.DARK, number, 1, "", 100)));
        scheduler.workUntilQuiet();
        BuildMaster first = lastBuilt();
        assertThat(first.kind()).isEqualTo(MasterKind.DARK);
        assertThat(first.masters()).hasSize(1);
        scheduler.tell(request("1", new BuildAgain(List.of(first.master()))));
        assertThat(lastBuilt())
                .usingRecursiveComparison()
                .ignoringFields("before")
                .isEqualTo(first);
    }

    private BuildMaster lastBuilt() {
        return (BuildMaster) scheduler.lastSaid(Topics.WORK_REDUCTIONS).work();
    }

    @Test
    void aMasterThatCannotBeBuiltAgainIsBuiltAllTheSame() {
        aNight();
        MasterId master = built(FrameType.BIAS, 1);
        scheduler.tell(request("1", new BuildAgain(List.of(master))));
        scheduler.tell(Workers.masterFailed(scheduler.reductions().get(0), FailureCategory.MASTER_FAILED));
        assertThat(scheduler.lastSaid(Topics.MASTERS_FAILED).isFinal()).isTrue();
        assertThat(scheduler.state().tasks().all()).isEmpty();
        scheduler.listenAnew();
        scheduler.tell(SKY.science(2));
        scheduler.workUntilQuiet();
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).isEmpty();
    }

    @Test
    void aMasterOfWhichAFrameHasANewerRevisionIsNotBuiltAgain() {
        aNight();
        MasterId master = built(FrameType.BIAS, 1);
        scheduler.tell(SKY.frame(FrameType.BIAS, 2, 2, "", 0));
        scheduler.workUntilQuiet();
        scheduler.tell(request("1", new BuildAgain(List.of(master, MasterId.of("7DT05", MasterKind.DARK, "none", 1)))));
        assertThat(scheduler.answers().get(0).accepted()).isFalse();
        assertThat(scheduler.answers().get(0).answer())
                .contains("was built of revision 1 of " + SKY.bias(2).identity().frame(), "none/v1 was not built here");
    }

    @Test
    void itIsSaidOfAMasterThatItCannotBeBuiltAgainAnyMore() {
        aNight();
        MasterId master = built(FrameType.BIAS, 1);
        scheduler.tell(request("1", new BuildAgain(List.of(master))));
        scheduler.tell(Workers.masterFailed(scheduler.reductions().get(0), FailureCategory.VANISHED));
        scheduler.tell(SKY.frame(FrameType.BIAS, 2, 2, "", 0));
        scheduler.pass(Duration.ofSeconds(3));
        MasterFailed failed = scheduler.lastSaid(Topics.MASTERS_FAILED);
        assertThat(failed.isFinal()).isTrue();
        assertThat(failed.reason()).contains("was built of revision 1 of");
        assertThat(scheduler.tell(failed)).isEmpty();
    }

    private static MasterId built(FrameType type, int version) {
        return SetKey.of(SKY.frame(type, 1, 1, "", 0)).orElseThrow().master(version);
    }

    @Test
    void aRequestIsAnsweredOnce() {
        aNight();
        Request request = request("1", new ReduceAgain(List.of(FRAME)));
        scheduler.tell(request);
        assertThat(scheduler.tell(request)).isEmpty();
        scheduler.workUntilQuiet();
        assertThat(scheduler.tell(request)).isEmpty();
    }

    @Test
    void theOutcomeOfTheFirstRoundDoesNotEndTheSecond() {
        aNight();
        scheduler.tell(request("1", new FetchAgain(List.of(FRAME))));
        TransferTask second = scheduler.transfers().get(0);
        assertThat(second.task()).isEqualTo("transfer:" + FRAME + "@1+1");
        assertThat(scheduler.tell(Workers.done(new TransferTask(
                        "transfer:" + FRAME + "@1",
                        second.identity(),
                        second.of(),
                        second.lane(),
                        second.path(),
                        second.size(),
                        second.file(),
                        second.handedOut(),
                        second.deadline()))))
                .isEmpty();
        assertThat(scheduler.state().tasks().isAnythingOut()).isTrue();
        scheduler.tell(Workers.done(second));
        assertThat(scheduler.state().tasks().isAnythingOut()).isFalse();
    }

    @Test
    void aSetThatIsFetchedAgainUnchangedWaitsForNoOtherVersion() {
        aNight();
        List<FrameId> biases = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> SKY.bias(number).identity().frame())
                .toList();
        scheduler.tell(request("1", new FetchAgain(biases)));
        scheduler.workUntilQuiet();
        Map<MasterId, Boolean> isOver = new HashMap<>();
        scheduler.said(Topics.MASTERS_WAITING).forEach(said -> isOver.put(said.master(), said.over()));
        assertThat(isOver).isNotEmpty().doesNotContainValue(false);
    }

    @Test
    void aFrameThatFailedCanBeFetchedAgainAndThenGoesOn() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.NOT_FITS));
        scheduler.listenAnew();
        scheduler.tell(request("1", new FetchAgain(List.of(FRAME))));
        scheduler.transferAll();
        assertThat(scheduler.reductions()).hasSize(1);
    }

    @Test
    void retryingATransferThatFailedFetchesAndGoesOn() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(Workers.failed(scheduler.transfers().get(0), FailureCategory.NOT_FITS));
        scheduler.listenAnew();
        scheduler.tell(request("1", new RetryFailed(List.of(FRAME))));
        assertThat(scheduler.answers().get(0).answer()).isEqualTo("1 of 1 frames are to be tried again");
        scheduler.transferAll();
        assertThat(scheduler.reductions()).hasSize(1);
    }

    @Test
    void retryingAReductionThatFailedDoesNotFetchAgain() {
        aNight();
        scheduler.tell(request("1", new ReduceAgain(List.of(FRAME))));
        scheduler.tell(Workers.failed(scheduler.reductions().get(0), FailureCategory.NOT_FITS));
        scheduler.listenAnew();
        scheduler.tell(request("2", new RetryFailed(List.of(FRAME))));
        assertThat(scheduler.transfers()).isEmpty();
        assertThat(scheduler.reductions()).hasSize(1);
        assertThat(scheduler.reductions().get(0).work()).isInstanceOf(ReduceFrame.class);
    }

    @Test
    void whatHasNotFailedIsNotRetried() {
        aNight();
        scheduler.tell(request("1", new RetryFailed(List.of(FRAME, new FrameId("7DT05/nothing.fits")))));
        assertThat(scheduler.answers().get(0).accepted()).isFalse();
        assertThat(scheduler.answers().get(0).answer())
                .contains("0 of 2")
                .contains(FRAME + " has not failed")
                .contains("7DT05/nothing.fits is not known");
        assertThat(scheduler.transfers()).isEmpty();
        assertThat(scheduler.reductions()).isEmpty();
    }

    @Test
    void aRefusedFrameIsNotRetriedHere() {
        FrameAnnounced whole = SKY.bias(1);
        scheduler.tell(new FrameAnnounced(
                whole.identity(),
                whole.at(),
                whole.path(),
                whole.size(),
                whole.modified(),
                new Refused(FailureCategory.NOT_FITS, "no FITS", "deliver one")));
        scheduler.tell(request("1", new RetryFailed(List.of(whole.identity().frame()))));
        assertThat(scheduler.answers().get(0).answer()).contains("is not known, was refused where it lies");
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheReason() {
        aNight();
        FrameId unknown = new FrameId("7DT05/nothing.fits");
        FrameId bias = SKY.bias(1).identity().frame();
        scheduler.tell(request("1", new ReduceAgain(List.of(unknown, bias))));
        assertThat(scheduler.answers().get(0).accepted()).isFalse();
        assertThat(scheduler.answers().get(0).answer())
                .contains("0 of 2")
                .contains(unknown + " is not known")
                .contains(bias + " is not reduced");
    }

    @Test
    void whatIsOnItsWayIsNotBegunTwice() {
        scheduler.tell(SKY.science(1));
        scheduler.tell(request("1", new FetchAgain(List.of(FRAME))));
        assertThat(scheduler.answers().get(0).answer()).contains("is on its way already");
        assertThat(scheduler.transfers()).hasSize(1);
    }

    @Test
    void mastersAreBuiltAtOnceWhenAPersonSaysSo() {
        IntStream.rangeClosed(1, 4).forEach(number -> scheduler.tell(SKY.bias(number)));
        scheduler.transfers().stream().limit(3).forEach(task -> scheduler.tell(Workers.done(task)));
        scheduler.tell(request("1", new BuildMasters(SKY.night())));
        assertThat(((BuildMaster) scheduler.reductions().get(0).work()).inputs())
                .hasSize(3);
        assertThat(scheduler.answers().get(0).answer()).isEqualTo("closed: bias of 2026-11-19");
    }

    @Test
    void mastersOfANightWithoutOpenSetsAreRefused() {
        scheduler.tell(request("1", new BuildMasters(SKY.night())));
        assertThat(scheduler.answers().get(0).accepted()).isFalse();
    }

    @Test
    void aWishThatIsNotTheSchedulersIsRefused() {
        scheduler.tell(request("1", new Promote(FRAME, "reduction 1")));
        assertThat(scheduler.lastSaid(Topics.REQUESTS_ANSWERED).accepted()).isFalse();
        assertThat(scheduler.lastSaid(Topics.REQUESTS_ANSWERED).answer()).contains("Promote");
    }

    @Test
    void aFrameThatNeverArrivesIsClosedWithTheReason() {
        FrameAnnounced arriving = SKY.arriving(7);
        FrameId frame = arriving.identity().frame();
        scheduler.tell(arriving);
        scheduler.tell(request("1", new CloseFrame(frame)));
        FrameFailed closed = scheduler.lastSaid(Topics.FRAMES_FAILED);
        assertThat(closed.identity().frame()).isEqualTo(frame);
        assertThat(closed.stage()).isEqualTo(Stage.SIGHTING);
        assertThat(closed.category()).isEqualTo(FailureCategory.CLOSED);
        assertThat(closed.isFinal()).isTrue();
        assertThat(closed.reason()).contains("closed by ana: to be sure");
        assertThat(closed.worker()).isEmpty();
        assertThat(FrameIdentity.attemptOfItsRound(closed.identity().attempt())).isZero();
        assertThat(scheduler.answers().get(0).accepted()).isTrue();
    }

    @Test
    void aClosedFrameThatTurnsUpAfterAllIsTransferred() {
        FrameAnnounced whole = SKY.bias(1);
        FrameAnnounced part = new FrameAnnounced(
                whole.identity(),
                whole.at(),
                whole.path(),
                whole.size() - 1,
                whole.modified(),
                new Arriving("it grows"));
        scheduler.tell(part);
        scheduler.tell(request("1", new CloseFrame(whole.identity().frame())));
        assertThat(scheduler.transfers()).isEmpty();
        scheduler.tell(whole);
        assertThat(scheduler.transfers()).hasSize(1);
    }

    @Test
    void aFrameThatWaitsForAMasterIsClosedAndWaitsNoMore() {
        scheduler.tell(SKY.science(1));
        scheduler.workUntilQuiet();
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isFalse();
        scheduler.tell(request("1", new CloseFrame(FRAME)));
        assertThat(scheduler.lastSaid(Topics.FRAMES_FAILED).stage()).isEqualTo(Stage.REDUCTION);
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isTrue();
        scheduler.listenAnew();
        IntStream.rangeClosed(1, 3).forEach(number -> scheduler.tell(SKY.bias(number)));
        scheduler.workUntilQuiet();
        assertThat(scheduler.said(Topics.WORK_REDUCTIONS)).noneMatch(ReduceFrame.class::isInstance);
    }

    @Test
    void aFrameThatIsFinishedOrUnknownHasNothingToClose() {
        aNight();
        scheduler.tell(request("1", new CloseFrame(FRAME)));
        scheduler.tell(request("2", new CloseFrame(new FrameId("7DT05/2026-11-19/never.fits"))));
        assertThat(scheduler.answers()).noneMatch(RequestAnswered::accepted);
        assertThat(scheduler.answers().get(0).answer()).contains("is finished");
        assertThat(scheduler.answers().get(1).answer()).contains("is unknown");
    }

    @Test
    void theFactsOfAFinishedFrameAreForgottenInTime() {
        aNight();
        scheduler.state().frames().forget(FRAME);
        scheduler.tell(request("1", new ReduceAgain(List.of(FRAME))));
        assertThat(scheduler.answers().get(0).answer()).contains("was finished more than 30 days ago");
        assertThat(scheduler.tell(SKY.science(1))).isEmpty();
    }

    @Test
    void missingNumbersAreWrittenOffByWhoCountsThem() {
        CloseGap gap = new CloseGap(java.time.LocalDate.parse("2026-11-19"), "", 3, 4);
        assertThat(scheduler.tell(request("gap", gap))).isEmpty();
    }

    @Test
    void whatIsToBeDeletedAtTheTelescopeIsForTheProducerToJudge() {
        assertThat(scheduler.tell(request("release", new ReleaseFiles(List.of(), false))))
                .isEmpty();
    }
}
