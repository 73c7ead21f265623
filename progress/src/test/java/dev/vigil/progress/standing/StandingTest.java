package dev.vigil.progress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Stage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final Telescope frame = Telescope.science("a.fits");
    private final Telescope bias = Telescope.frame("b.fits", FrameType.BIAS, Level.TRANSFERRED);
    private final Telescope focus = Telescope.frame("f.fits", FrameType.FOCUS, Level.TRANSFERRED);

    @Test
    void aScienceFrameIsOnTheWayUntilItsReductionIsRecorded() {
        assertThat(where(frame.taken(1))).isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(where(frame.taken(1), frame.transferred(2), frame.reduced(3)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(where(frame.taken(1), frame.recorded(4, Level.TRANSFERRED))).isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(where(frame.taken(1), frame.recorded(4))).isEqualTo(Whereabouts.RECORDED);
    }

    @Test
    void theStageOnTheWayIsTheOneThatComesNext() {
        assertThat(account(frame.arriving(1)).stage()).isEqualTo(Stage.SIGHTING);
        assertThat(account(frame.taken(1)).stage()).isEqualTo(Stage.TRANSFER);
        assertThat(account(frame.taken(1), frame.transferred(2)).stage()).isEqualTo(Stage.REDUCTION);
        assertThat(account(bias.taken(1), bias.transferred(2)).stage()).isEqualTo(Stage.RECORDING);
        assertThat(account(frame.reduced(3)).stage()).isEqualTo(Stage.RECORDING);
    }

    @Test
    void aCalibrationFrameIsRecordedWithItsTransfer() {
        assertThat(where(bias.taken(1), bias.transferred(2), bias.recorded(3))).isEqualTo(Whereabouts.RECORDED);
    }

    @Test
    void anExcludedFrameIsDoneWithWhenItIsArchived() {
        assertThat(where(focus.excluded(1))).isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(where(focus.excluded(1), focus.transferred(2))).isEqualTo(Whereabouts.EXCLUDED);
        assertThat(where(focus.excluded(1), focus.transferred(2), focus.recorded(3)))
                .isEqualTo(Whereabouts.EXCLUDED);
    }

    @Test
    void anExcludedFrameThatCannotBeArchivedHasFailed() {
        assertThat(where(focus.excluded(1), focus.attempt(3).failed(2, Stage.TRANSFER, 3)))
                .isEqualTo(Whereabouts.FAILED);
    }

    @Test
    void aRefusedFileHasFailedUntilItIsTaken() {
        assertThat(account(frame.refused(1)).remedy()).isEqualTo("write it again as FITS");
        assertThat(where(frame.refused(1))).isEqualTo(Whereabouts.FAILED);
        assertThat(where(frame.refused(1), frame.taken(2))).isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void aFileThatStallsAndGoesOnArrivingIsOnTheWayAgain() {
        assertThat(where(frame.arriving(1), frame.stalled(2))).isEqualTo(Whereabouts.STALLED);
        assertThat(where(frame.arriving(1), frame.stalled(2), frame.arriving(3)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void onlyTheLastAttemptFailsAFrame() {
        assertThat(where(frame.taken(1), frame.attempt(1).failed(2, Stage.TRANSFER, 3)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(account(frame.taken(1), frame.attempt(1).failed(2, Stage.TRANSFER, 3))
                        .reason())
                .isEqualTo("attempt 1 failed: the gain of a.fits is not known");
        assertThat(where(frame.taken(1), frame.attempt(3).failed(2, Stage.TRANSFER, 3)))
                .isEqualTo(Whereabouts.FAILED);
    }

    @Test
    void attemptsAreCountedFromTheLastWordOfAPerson() {
        FrameEvent closed = frame.attempt(200).failed(2, Stage.TRANSFER, 200);
        assertThat(account(frame.taken(1), closed, frame.attempt(201).failed(3, Stage.TRANSFER, 203))
                        .reason())
                .isEqualTo("attempt 1 failed: the gain of a.fits is not known");
        assertThat(account(frame.taken(1), frame.attempt(200).failed(2, Stage.TRANSFER, 203))
                        .reason())
                .isEqualTo("the gain of a.fits is not known");
    }

    @Test
    void aLaterAttemptThatMayBeTriedAgainTakesAFailureBack() {
        assertThat(where(
                        frame.attempt(3).failed(2, Stage.REDUCTION, 3),
                        frame.attempt(4).failed(1, Stage.REDUCTION, 6)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void successBeatsAnEarlierFailure() {
        FrameEvent failed = frame.attempt(3).failed(2, Stage.TRANSFER, 3);

        assertThat(where(failed, frame.attempt(4).transferred(3))).isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(where(failed, frame.recorded(3))).isEqualTo(Whereabouts.RECORDED);
    }

    @Test
    void aFailedQuickLookNeverFailsAFrame() {
        assertThat(where(frame.transferred(1), frame.attempt(3).failed(2, Stage.QUICK_LOOK, 3)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void aQuickLookIsNotAReduction() {
        assertThat(told(frame.transferred(1), frame.quickLook(2)).hasReached(Milestone.REDUCED))
                .isFalse();
    }

    @Test
    void aFrameWaitsUntilTheWaitIsOver() {
        FrameEvent waiting = frame.waiting(2, Stage.REDUCTION, Awaited.MASTER, 1, false);

        assertThat(account(frame.transferred(1), waiting))
                .isEqualTo(new Account(
                        Whereabouts.WAITING,
                        Stage.REDUCTION,
                        "master flat i: 3 of 5 are in",
                        "nothing, unless it lasts: then put right what its master waits for, try again what failed of its"
                                + " frames (vigil retry NIGHT), take the calibration frames that it names, or write it off:"
                                + " vigil close FRAME --why TEXT",
                        Telescope.at(2)));
        assertThat(where(frame.transferred(1), waiting, frame.waiting(3, Stage.REDUCTION, Awaited.MASTER, 1, true)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
        assertThat(where(frame.waiting(3, Stage.REDUCTION, Awaited.MASTER, 2, true), waiting))
                .isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void aPersonIsToldWhatCanBeDoneAboutAStalledFileAndAboutEveryKindOfWait() {
        assertThat(account(frame.stalled(2)).remedy()).contains("deliver it again", "vigil close FRAME --why TEXT");
        assertThat(Awaited.values())
                .extracting(awaited -> account(frame.waiting(2, Stage.REDUCTION, awaited, 1, false))
                        .remedy())
                .doesNotContain("");
    }

    @Test
    void aWaitIsForgottenWhenItsStageIsPassed() {
        assertThat(where(frame.waiting(2, Stage.REDUCTION, Awaited.MASTER, 1, false), frame.reduced(3)))
                .isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void aWorkerThatDoesNotAnswerStallsAFrame() {
        assertThat(where(frame.taken(1), frame.waiting(2, Stage.TRANSFER, Awaited.ANSWER, 1, false)))
                .isEqualTo(Whereabouts.STALLED);
    }

    @Test
    void aWaitThatBeganAfterTheFailureMeansThatTheFrameIsTriedAgain() {
        FrameEvent failed = frame.attempt(3).failed(5, Stage.REDUCTION, 3);

        assertThat(where(failed, frame.waiting(6, Stage.REDUCTION, Awaited.MASTER, 2, false)))
                .isEqualTo(Whereabouts.WAITING);
        assertThat(where(failed, frame.waiting(4, Stage.REDUCTION, Awaited.MASTER, 1, false)))
                .isEqualTo(Whereabouts.FAILED);
    }

    @Test
    void aReductionThatIsDoneAgainTakesNothingBack() {
        assertThat(where(
                        frame.reduced(2),
                        frame.recorded(3),
                        frame.attempt(5).failed(9, Stage.REDUCTION, 5),
                        frame.waiting(10, Stage.REDUCTION, Awaited.MASTER, 3, false)))
                .isEqualTo(Whereabouts.RECORDED);
    }

    @Test
    void aNewRevisionStartsAnew() {
        assertThat(where(frame.recorded(3), frame.revision(2).taken(4))).isEqualTo(Whereabouts.ON_THE_WAY);
    }

    @Test
    void theNightOfACompleteFileCountsMoreThanThatOfOneThatIsArriving() {
        Standing standing =
                told(frame.taken(1), frame.night(java.util.Optional.empty()).arriving(2));

        assertThat(standing.belonging().nightKey()).hasToString("7DT05/2026-11-19");
    }

    private static Standing told(FrameEvent... news) {
        return Stream.of(news).map(Standing::of).reduce(Standing::merge).orElseThrow();
    }

    private static Account account(FrameEvent... news) {
        return told(news).account();
    }

    private static Whereabouts where(FrameEvent... news) {
        return account(news).whereabouts();
    }
}
