package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.ConfirmIngested;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.IngestSign;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.WaitSoFar;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A unit whose files other software copies. */
class MonitoredUnitTest {
    private static final Sky SKY = Sky.TONIGHT;
    private static final Elsewhere COPIED = new Elsewhere("/copies/a.fits", IngestSign.NONE, "", "");
    private static final Elsewhere LOGGED = new Elsewhere("/copies/a.fits", IngestSign.LINE, "/log", "a.fits");
    private static final Elsewhere TOLD = new Elsewhere("/copies/a.fits", IngestSign.TOLD, "", "");

    private final TestingScheduler scheduler = new TestingScheduler(Policy.DEFAULT);

    @Test
    void aCopyThatIsNotThereIsLookedForAgainAndHoldsUpNoOther() {
        scheduler.tell(of(SKY.science(1), COPIED));
        scheduler.tell(Workers.noCopy(scheduler.transfers().get(0)));
        scheduler.tell(of(SKY.science(2), COPIED));
        assertThat(scheduler.transfers()).as("the next goes at once").hasSize(2);
        scheduler.pass(Duration.ofSeconds(3));
        assertThat(scheduler.transfers())
                .as("and the first is looked for again")
                .hasSize(3);
        TransferTask again = scheduler.transfers().get(2);
        assertThat(again.identity().exposure()).isEqualTo("exposure1");
        assertThat(again.identity().attempt()).isEqualTo(2);
        scheduler.tell(Workers.done(again));
        assertThat(scheduler.said(Topics.FRAMES_WAITING))
                .as("the wait is over")
                .anyMatch(said -> said.awaited() == Awaited.COPY && said.over());
    }

    @Test
    void theLongerACopyIsWaitedForTheLessOftenItIsLookedForAndNeverGivenUp() {
        scheduler.tell(of(SKY.science(1), COPIED));
        for (int look = 0; look < 40; look++) {
            assertThat(scheduler.transfers()).hasSize(look + 1);
            scheduler.tell(Workers.noCopy(scheduler.transfers().get(look)));
            scheduler.pass(Duration.ofSeconds(2L * (look + 1)));
        }
        assertThat(scheduler.said(Topics.FRAMES_FAILED)).isEmpty();
    }

    @Test
    void nothingIsMadeOfItsCalibrationFrames() {
        for (int number = 1; number <= 5; number++) {
            scheduler.tell(of(SKY.bias(number), COPIED));
        }
        scheduler.transferAll();
        scheduler.pass(Duration.ofMinutes(10));
        assertThat(scheduler.reductions()).isEmpty();
        assertThat(scheduler.said(Topics.MASTERS_WAITING)).isEmpty();
    }

    @Test
    void whatIsLookedForIsToldWithHowItStoodAndALookInVainIsNoNews() {
        scheduler.tell(of(SKY.science(1), COPIED));
        TransferTask first = scheduler.transfers().get(0);
        assertThat(first.waited()).isEqualTo(WaitSoFar.NONE);
        FrameWaiting said = Workers.noCopy(first);
        scheduler.tell(said);
        scheduler.pass(Duration.ofSeconds(3));
        TransferTask second = scheduler.transfers().get(1);
        assertThat(second.waited()).isEqualTo(new WaitSoFar(said.turn(), Optional.of(said.since()), said.state()));
        scheduler.listenAnew();
        scheduler.tell(inVain(second));
        scheduler.pass(Duration.ofSeconds(5));
        assertThat(scheduler.transfers()).hasSize(1);
        assertThat(scheduler.transfers().get(0).waited()).isEqualTo(second.waited());
        assertThat(scheduler.said(Topics.FRAMES_WAITING)).isEmpty();
    }

    @Test
    void whenTheCopyIsWholeItIsLookedWhetherItIsTakenInAndNothingIsReduced() {
        scheduler.tell(of(SKY.science(1), LOGGED));
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        TransferTask look = scheduler.transfers().get(1);
        assertThat(look.stage()).isEqualTo(Stage.RECORDING);
        assertThat(look.task()).startsWith("ingest:");
        scheduler.tell(inVain(look));
        scheduler.pass(Duration.ofSeconds(3));
        TransferTask again = scheduler.transfers().get(2);
        scheduler.tell(new FrameRecorded(again.identity(), scheduler.now(), Level.INGESTED, "a line"));
        scheduler.pass(Duration.ofMinutes(1));
        assertThat(scheduler.transfers()).hasSize(3);
        assertThat(scheduler.reductions()).isEmpty();
    }

    @Test
    void aLookForASignDoesNotWaitForTheEndOfTheNight() {
        TestingScheduler serial = new TestingScheduler(Policy.DEFAULT.withTransfers(Habits.of(Order.NEWEST, 1)));
        serial.tell(of(SKY.science(1), LOGGED));
        serial.tell(of(SKY.science(2), LOGGED));
        serial.tell(Workers.done(serial.transfers().get(0)));
        TestingScheduler atNight = serial.withPolicy(
                Policy.DEFAULT.withTransfers(new Habits(Order.NEWEST, 32, 0, 0, 0, Hours.AFTER_NIGHT)));
        assertThat(atNight.recover()).isEmpty();
        atNight.pass(Duration.ofSeconds(1));
        assertThat(atNight.transfers()).extracting(TransferTask::stage).containsExactly(Stage.RECORDING);
    }

    @Test
    void whereSomebodyHasToSayItTheFrameWaitsForTheWordAndIsThenRecorded() {
        FrameAnnounced announced = of(SKY.science(1), TOLD);
        FrameId frame = announced.identity().frame();
        scheduler.tell(announced);
        scheduler.tell(saysIngested("1", frame));
        assertThat(scheduler.lastSaid(Topics.REQUESTS_ANSWERED).accepted())
                .as("its copy is not there")
                .isFalse();
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        FrameWaiting waits = scheduler.lastSaid(Topics.FRAMES_WAITING);
        assertThat(waits.awaited()).isEqualTo(Awaited.INGEST);
        assertThat(waits.state()).contains("vigil ingested " + frame);
        scheduler.tell(saysIngested("2", frame));
        FrameRecorded recorded = scheduler.lastSaid(Topics.FRAMES_RECORDED);
        assertThat(recorded.level()).isEqualTo(Level.INGESTED);
        assertThat(recorded.shownBy()).isEqualTo("ops said so: it is in the catalogue");
        assertThat(scheduler.lastSaid(Topics.FRAMES_WAITING).over()).isTrue();
        assertThat(scheduler.lastSaid(Topics.REQUESTS_ANSWERED).accepted()).isTrue();
        scheduler.tell(recorded);
        scheduler.tell(saysIngested("3", frame));
        assertThat(scheduler.lastSaid(Topics.REQUESTS_ANSWERED).answer()).contains("is recorded already");
        assertThat(scheduler.transfers()).as("nobody goes to look").hasSize(1);
    }

    @Test
    void aFrameThatIsNotTakenInCanBeClosed() {
        FrameAnnounced announced = of(SKY.science(1), TOLD);
        scheduler.tell(announced);
        scheduler.tell(Workers.done(scheduler.transfers().get(0)));
        scheduler.tell(request("1", new CloseFrame(announced.identity().frame())));
        FrameFailed closed = scheduler.lastSaid(Topics.FRAMES_FAILED);
        assertThat(closed.stage()).isEqualTo(Stage.RECORDING);
        assertThat(closed.category()).isEqualTo(FailureCategory.CLOSED);
    }

    private Request saysIngested(String id, FrameId frame) {
        return request(id, new ConfirmIngested(List.of(frame)));
    }

    private Request request(String id, Wish wish) {
        return new Request(id, SKY.unit(), scheduler.now(), "ops", "it is in the catalogue", wish);
    }

    private LookedInVain inVain(TransferTask task) {
        return new LookedInVain(task.identity(), scheduler.now(), task.task(), task.stage());
    }

    private static FrameAnnounced of(FrameAnnounced announced, Elsewhere place) {
        Taken taken = (Taken) announced.judgement();
        TakenFile file = taken.file();
        return new FrameAnnounced(
                announced.identity(),
                announced.at(),
                announced.path(),
                announced.size(),
                announced.modified(),
                new Taken(
                        new TakenFile(
                                file.source(),
                                file.content(),
                                file.pixels(),
                                file.locations(),
                                Optional.of(place),
                                Optional.empty()),
                        taken.facts()));
    }
}
