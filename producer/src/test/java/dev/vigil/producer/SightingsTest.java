package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.producer.judging.Again;
import dev.vigil.producer.judging.Deciding;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Taken;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private final Telescope telescope = new Telescope();

    @Test
    void aProvenFileIsTakenAtOnceAndOnce() {
        telescope.hasProven("T1/2026-03-01/a.fits", 1);
        FrameAnnounced taken = telescope.only();
        assertThat(taken.judgement()).isInstanceOf(Taken.class);
        assertThat(taken.identity().frame().value()).isEqualTo("T1/2026-03-01/a.fits");
        assertThat(taken.identity().revision()).isEqualTo(1);
        assertThat(taken.identity().type()).isEqualTo(FrameType.SCIENCE);
        assertThat(taken.identity().lastLevel()).isEqualTo(Level.REDUCED);
        assertThat(taken.identity().night()).hasToString("Optional[2026-03-01]");
        telescope.waits(Duration.ofHours(1));
        assertThat(telescope.said()).isEmpty();
    }

    @Test
    void aFileWithoutProofMustBeQuietFirst() {
        telescope.hasUnproven("T1/n/a.fits", 1);
        telescope.waits(Duration.ofSeconds(4));
        assertThat(telescope.said()).isEmpty();
        telescope.waits(Duration.ofSeconds(2));
        assertThat(telescope.only().judgement()).isInstanceOf(Taken.class);
    }

    @Test
    void aFileThatGrowsIsArrivingOnceThenTaken() {
        telescope.lacks("T1/n/a.fits", 1);
        telescope.waits(Duration.ofSeconds(2));
        assertThat(telescope.said()).isEmpty();
        telescope.waits(Duration.ofSeconds(2));
        assertThat(telescope.only().judgement()).isInstanceOf(Arriving.class);
        telescope.lacks("T1/n/a.fits", 2);
        telescope.waits(Duration.ofSeconds(20));
        assertThat(telescope.said()).isEmpty();
        telescope.hasProven("T1/n/a.fits", 3);
        FrameAnnounced taken = telescope.only();
        assertThat(taken.judgement()).isInstanceOf(Taken.class);
        assertThat(taken.identity().revision()).isEqualTo(1);
    }

    @Test
    void aFileThatHangsIsStalledAndLeavesThatByItself() {
        telescope.lacks("T1/n/a.fits", 1);
        telescope.waits(Duration.ofMinutes(11));
        assertThat(telescope.said())
                .extracting(FrameAnnounced::judgement)
                .hasExactlyElementsOfTypes(Arriving.class, Stalled.class);
        telescope.waits(Duration.ofHours(5));
        assertThat(telescope.said()).isEmpty();
        telescope.lacks("T1/n/a.fits", 2);
        assertThat(telescope.only().judgement()).isInstanceOf(Arriving.class);
        telescope.hasProven("T1/n/a.fits", 3);
        FrameAnnounced taken = telescope.only();
        assertThat(taken.judgement()).isInstanceOf(Taken.class);
        assertThat(taken.identity().revision()).isEqualTo(1);
    }

    @Test
    void whoCouldNotReadAFileSaysWhatHelpsAndNotThatItMayGrow() {
        telescope.mayNotBeRead("T1/n/a.fits");
        telescope.waits(Duration.ofMinutes(11));
        assertThat(telescope.said())
                .last()
                .extracting(FrameAnnounced::judgement)
                .isInstanceOfSatisfying(Stalled.class, stalled -> {
                    assertThat(stalled.why()).isEqualTo("it may not be read");
                    assertThat(stalled.remedy()).isEqualTo("let it be read");
                });
    }

    @Test
    void noFitsIsRefusedOnceItIsQuiet() {
        telescope.hasText("T1/n/a.fits", 1);
        assertThat(telescope.said()).isEmpty();
        telescope.waits(Duration.ofSeconds(6));
        FrameAnnounced refused = telescope.only();
        assertThat(((Refused) refused.judgement()).category()).isEqualTo(FailureCategory.NOT_FITS);
        assertThat(((Refused) refused.judgement()).reason()).contains("T1/n/a.fits");
        assertThat(refused.identity().lastLevel()).isEqualTo(Level.SIGHTED);
    }

    @Test
    void aTouchedFileIsNoNews() {
        telescope.hasProven("T1/n/a.fits", 1);
        telescope.only();
        telescope.isTouched("T1/n/a.fits");
        telescope.waits(Duration.ofHours(1));
        assertThat(telescope.said()).isEmpty();
        assertThat(telescope.sightings.watchedPaths("T1")).isEmpty();
    }

    @Test
    void anEditedHeaderIsARevision() {
        telescope.hasProven("T1/n/a.fits", 1);
        FrameAnnounced first = telescope.only();
        telescope.hasEditedHeader("T1/n/a.fits", 2);
        FrameAnnounced second = telescope.only();
        assertThat(second.identity().frame()).isEqualTo(first.identity().frame());
        assertThat(second.identity().revision()).isEqualTo(2);
        assertThat(flags(second)).contains(Deciding.HEADER_EDITED);
    }

    @Test
    void anotherExposureUnderTheSameNameIsAnotherFrame() {
        telescope.hasProven("T1/n/a.fits", 1);
        telescope.only();
        telescope.hasAnotherExposure("T1/n/a.fits", 2);
        FrameAnnounced second = telescope.only();
        assertThat(second.identity().frame().value()).isEqualTo("T1/n/a.fits~2");
        assertThat(second.identity().revision()).isEqualTo(1);
        assertThat(flags(second)).contains(Deciding.REUSED_NAME);
        assertThat(second.path()).isEqualTo("T1/n/a.fits");
    }

    @Test
    void aRefusedFileThatIsCorrectedIsANewRevision() {
        telescope.hasText("T1/n/a.fits", 1);
        telescope.waits(Duration.ofSeconds(6));
        telescope.only();
        telescope.hasProven("T1/n/a.fits", 2);
        FrameAnnounced corrected = telescope.only();
        assertThat(corrected.judgement()).isInstanceOf(Taken.class);
        assertThat(corrected.identity().revision()).isEqualTo(2);
    }

    @Test
    void aFileThatVanishesBeforeItIsReadIsSpokenOf() {
        telescope.lacks("T1/n/a.fits", 1);
        telescope.loses("T1/n/a.fits");
        telescope.waits(Duration.ofSeconds(1));
        assertThat(telescope.said()).isEmpty();
        telescope.waits(Duration.ofSeconds(2));
        FrameAnnounced gone = telescope.only();
        assertThat(((Refused) gone.judgement()).category()).isEqualTo(FailureCategory.VANISHED);
        telescope.hasProven("T1/n/a.fits", 1);
        FrameAnnounced back = telescope.only();
        assertThat(back.judgement()).isInstanceOf(Taken.class);
        assertThat(back.identity().revision()).isEqualTo(2);
    }

    @Test
    void aHalfFileThatIsBackIsArrivingAgainAndNotGone() {
        telescope.lacks("T1/n/a.fits", 1);
        telescope.loses("T1/n/a.fits");
        telescope.waits(Duration.ofSeconds(4));
        assertThat(telescope.only().judgement()).isInstanceOf(Refused.class);
        telescope.lacks("T1/n/a.fits", 1);
        telescope.waits(Duration.ofSeconds(10));
        FrameAnnounced back = telescope.only();
        assertThat(back.judgement()).isInstanceOf(Arriving.class);
        assertThat(back.identity().revision()).isEqualTo(2);
    }

    @Test
    void aTakenFileThatIsRemovedIsNoNews() {
        telescope.hasProven("T1/n/a.fits", 1);
        telescope.only();
        telescope.loses("T1/n/a.fits");
        telescope.waits(Duration.ofHours(1));
        assertThat(telescope.said()).isEmpty();
    }

    @Test
    void aFileThatOnlyGotItsFinalNameIsOneFrame() {
        telescope.lacks("T1/n/x.fits", 1);
        telescope.isRenamed("T1/n/x.fits", "T1/n/a.fits");
        telescope.waits(Duration.ofSeconds(10));
        assertThat(telescope.said())
                .extracting(event -> event.identity().frame().value())
                .containsExactly("T1/n/a.fits");
    }

    @Test
    void aFileThatIsNoFrameIsKeptAndNotReduced() {
        telescope.hasText("T1/n/night.log", 1);
        telescope.waits(Duration.ofSeconds(61));
        FrameAnnounced beside = telescope.only();
        assertThat(((Excluded) beside.judgement()).rule()).isEqualTo("not-a-frame");
        assertThat(beside.identity().lastLevel()).isEqualTo(Level.TRANSFERRED);
    }

    @Test
    void aReadingThatHangsIsShownAndDelaysNoOther() {
        telescope.hangs("T1/n/slow.fits");
        telescope.hasProven("T1/n/a.fits", 1);
        assertThat(telescope.only().identity().frame().fileName()).isEqualTo("a.fits");
        telescope.waits(Duration.ofSeconds(4));
        FrameAnnounced slow = telescope.only();
        assertThat(((Arriving) slow.judgement()).why()).contains("still being read");
    }

    @Test
    void aFileThatOnlyWaitedForItsTurnToBeReadIsTakenWithoutMoreWords() {
        telescope.readsNothingFor(Duration.ofSeconds(20));
        telescope.hasProven("T1/n/a.fits", 1);
        telescope.waits(Duration.ofSeconds(30));
        assertThat(telescope.only().judgement()).isInstanceOf(Taken.class);
    }

    @Test
    void afterARestartOnlyWhatChangedMeanwhileIsSaid() {
        telescope.hasProven("T1/n/a.fits", 1);
        telescope.hasProven("T1/n/b.fits", 2);
        telescope.hasText("T1/n/c.fits", 3);
        telescope.lacks("T1/n/d.fits", 4);
        telescope.waits(Duration.ofSeconds(10));
        assertThat(telescope.said()).hasSize(4);
        Telescope again = telescope.restarted();
        again.waits(Duration.ofSeconds(30));
        assertThat(again.said()).isEmpty();
        again.hasEditedHeader("T1/n/b.fits", 5);
        again.hasProven("T1/n/d.fits", 6);
        assertThat(again.said())
                .extracting(event ->
                        event.identity().frame().fileName() + event.identity().revision())
                .containsExactlyInAnyOrder("b.fits2", "d.fits1");
    }

    @Test
    void aUnitIsQuietOnlyWhenAllThatWasSeenIsSaid() {
        telescope.hasUnproven("T1/n/a.fits", 1);
        assertThat(telescope.sightings.quietSince("T1")).isEmpty();
        telescope.waits(Duration.ofSeconds(6));
        telescope.only();
        assertThat(telescope.sightings.quietSince("T1")).isPresent();
    }

    private static List<String> flags(FrameAnnounced event) {
        return ((Taken) event.judgement()).facts().flags();
    }

    @Test
    void whatIsJudgedAgainIsANewRevisionOnlyIfSomethingElseIsSaidOfIt() {
        telescope.hasProven("T1/n/a.fits", 1);
        FrameAnnounced first = telescope.only();
        assertThat(telescope.isJudgedAgain(first)).isInstanceOf(Again.AsBefore.class);
        telescope.isTouched("T1/n/a.fits");
        assertThat(telescope.isJudgedAgain(first)).isInstanceOf(Again.AsBefore.class);
        telescope.isSeenOtherwise("T1/n/a.fits", "2026-03-02T04:15:02");
        FrameAnnounced second = ((Again.News) telescope.isJudgedAgain(first)).event();
        assertThat(second.identity().frame()).isEqualTo(first.identity().frame());
        assertThat(second.identity().revision()).isEqualTo(2);
        assertThat(flags(second)).contains("JUDGED_AGAIN").doesNotContain(Deciding.REUSED_NAME);
        assertThat(telescope.isJudgedAgain(second)).isInstanceOf(Again.AsBefore.class);
        telescope.waits(Duration.ofHours(1));
        assertThat(telescope.said()).isEmpty();
        telescope.hasEditedHeader("T1/n/a.fits", 2);
        assertThat(telescope.only().identity().revision()).isEqualTo(3);
    }

    @Test
    void whatChangesOrIsGoneOrWasReusedIsNotJudgedAgain() {
        telescope.hasProven("T1/n/gone.fits", 1);
        FrameAnnounced gone = telescope.only();
        telescope.loses("T1/n/gone.fits");
        assertThat(telescope.isJudgedAgain(gone)).isEqualTo(new Again.Not("its file is not at the telescope any more"));
        telescope.hasProven("T1/n/reused.fits", 1);
        FrameAnnounced reused = telescope.only();
        telescope.hasAnotherExposure("T1/n/reused.fits", 2);
        telescope.only();
        assertThat(((Again.Not) telescope.isJudgedAgain(reused)).why()).contains("was used again");
        telescope.hasProven("T1/n/grows.fits", 1);
        FrameAnnounced grows = telescope.only();
        telescope.lacks("T1/n/grows.fits", 2);
        assertThat(((Again.Not) telescope.isJudgedAgain(grows)).why()).isEqualTo("the data end early");
        telescope.hasUnproven("T1/n/grows.fits", 3);
        assertThat(((Again.Not) telescope.isJudgedAgain(grows)).why()).contains("it is judged by itself");
    }
}
