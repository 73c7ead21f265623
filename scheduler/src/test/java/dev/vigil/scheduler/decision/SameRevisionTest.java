package dev.vigil.scheduler.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.scheduler.Workers;
import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a revision is reduced again, or has what was made of an earlier one. */
class SameRevisionTest {
    private static final Sky SKY = Sky.TONIGHT.needing();
    private static final Sha256 OTHER = new Sha256("f".repeat(64));

    private final TestingScheduler scheduler = new TestingScheduler(RandomNight.POLICY);

    private static FrameAnnounced revision(int number) {
        return SKY.frame(FrameType.SCIENCE, 1, number, "r", 100);
    }

    private static FrameAnnounced withFacts(FrameAnnounced frame, UnaryOperator<FrameFacts> edit) {
        Taken taken = (Taken) frame.judgement();
        return judged(frame, new Taken(taken.file(), edit.apply(taken.facts())));
    }

    private static FrameAnnounced withPixels(FrameAnnounced frame, List<Sha256> pixels) {
        Taken taken = (Taken) frame.judgement();
        TakenFile file = taken.file();
        return judged(
                frame,
                new Taken(new TakenFile(file.source(), file.content(), pixels, file.locations()), taken.facts()));
    }

    private static FrameAnnounced judged(FrameAnnounced frame, Taken judgement) {
        return said(frame, frame.identity(), judgement);
    }

    private static FrameAnnounced said(FrameAnnounced frame, FrameIdentity identity, Taken judgement) {
        return new FrameAnnounced(identity, frame.at(), frame.path(), frame.size(), frame.modified(), judgement);
    }

    private static FrameFacts facts(
            FrameFacts said, List<Detector> detectors, List<String> flags, Optional<Sha256> matters) {
        return new FrameFacts(
                said.object(),
                said.filter(),
                said.exposureTime(),
                said.start(),
                said.configuration(),
                detectors,
                said.masters(),
                said.recipe(),
                flags,
                matters,
                said.runningNumber(),
                said.surroundings(),
                said.remarks(),
                said.surveyLabel(),
                said.profile());
    }

    private static FrameFacts mattering(FrameFacts said, Optional<Sha256> matters) {
        return facts(said, said.detectors(), said.flags(), matters);
    }

    private static FrameFacts withGain(FrameFacts said, double gain) {
        List<Detector> detectors = said.detectors().stream()
                .map(each -> new Detector(
                        each.hdu(),
                        each.name(),
                        each.width(),
                        each.height(),
                        each.amplifiers().stream()
                                .map(amplifier -> new Amplifier(
                                        amplifier.data(),
                                        amplifier.bias(),
                                        Optional.of(gain),
                                        amplifier.readNoise(),
                                        amplifier.saturation()))
                                .toList()))
                .toList();
        return facts(said, detectors, said.flags(), said.matters());
    }

    private void reduce(FrameAnnounced frame) {
        scheduler.tell(frame);
        scheduler.workUntilQuiet();
    }

    /** Tells of a frame and lets it be transferred; its reduction goes out, and is not answered yet. */
    private ReductionTask order(FrameAnnounced frame) {
        scheduler.listenAnew();
        scheduler.tell(frame);
        scheduler.transferAll();
        return reductionOf(frame.identity().revision());
    }

    private ReductionTask reductionOf(int revision) {
        return scheduler.reductions().stream()
                .filter(task -> task.work() instanceof ReduceFrame work
                        && work.identity().revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Integer> sameAs(ReductionTask task) {
        return ((ReduceFrame) task.work()).sameAs();
    }

    @Test
    void aRevisionOfWhichNothingThatMattersChangedNamesTheOneThatWasReduced() {
        reduce(revision(1));
        assertThat(sameAs(order(revision(2)))).contains(1);
    }

    @Test
    void theFirstRevisionNamesNone() {
        assertThat(sameAs(order(revision(1)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEADER_EDITED", "JUDGED_AGAIN"})
    void whyThereIsARevisionIsNoDifference(String flag) {
        reduce(revision(1));
        FrameAnnounced edited =
                withFacts(revision(2), said -> facts(said, said.detectors(), List.of(flag), said.matters()));
        assertThat(sameAs(order(edited))).contains(1);
    }

    @Test
    void anotherFlagIs() {
        reduce(revision(1));
        FrameAnnounced flagged =
                withFacts(revision(2), said -> facts(said, said.detectors(), List.of("TINY"), said.matters()));
        assertThat(sameAs(order(flagged))).isEmpty();
    }

    @Test
    void aRevisionWithAnotherCardThatMattersIsReducedAnew() {
        reduce(revision(1));
        FrameAnnounced edited = withFacts(revision(2), said -> mattering(said, Optional.of(OTHER)));
        assertThat(sameAs(order(edited))).isEmpty();
    }

    @Test
    void soIsOneOfWhichNobodyKnowsWhatMatters() {
        reduce(withFacts(revision(1), said -> mattering(said, Optional.empty())));
        assertThat(sameAs(order(withFacts(revision(2), said -> mattering(said, Optional.empty())))))
                .isEmpty();
    }

    /** The profile may know another gain by now, which no card says. */
    @Test
    void soIsOneWithAnotherGain() {
        reduce(revision(1));
        assertThat(sameAs(order(withFacts(revision(2), said -> withGain(said, 2.0)))))
                .isEmpty();
    }

    @Test
    void soIsOneWithOtherPixels() {
        reduce(revision(1));
        assertThat(sameAs(order(withPixels(revision(2), List.of(OTHER))))).isEmpty();
    }

    @Test
    void soIsOneOfUnknownPixels() {
        reduce(withPixels(revision(1), List.of()));
        assertThat(sameAs(order(withPixels(revision(2), List.of())))).isEmpty();
    }

    @Test
    void soIsOneOfAnotherNight() {
        reduce(revision(1));
        FrameAnnounced frame = revision(2);
        FrameIdentity known = frame.identity();
        FrameIdentity moved = new FrameIdentity(
                known.frame(),
                known.revision(),
                known.unit(),
                Optional.of(LocalDate.parse("2026-11-20")),
                known.nightSource(),
                known.exposure(),
                known.type(),
                known.lastLevel(),
                0);
        assertThat(sameAs(order(said(frame, moved, (Taken) frame.judgement())))).isEmpty();
    }

    @Test
    void aRevisionIsReducedAnewWhenTheEarlierOneNeverWas() {
        scheduler.tell(revision(1));
        scheduler.transferAll();
        assertThat(sameAs(order(revision(2)))).isEmpty();
    }

    @Test
    void aThirdRevisionNamesTheOneWhoseFilesTheSecondHas() {
        reduce(revision(1));
        reduce(revision(2));
        assertThat(sameAs(order(revision(3)))).contains(1);
    }

    @Test
    void aThirdRevisionNamesTheSecondWhereThatWasReducedByItself() {
        reduce(revision(1));
        scheduler.tell(Workers.reducedByItself(order(revision(2))));
        assertThat(sameAs(order(revision(3)))).contains(2);
    }

    @Test
    void aThirdRevisionNamesTheFirstWhereTheSecondWasNotReduced() {
        reduce(revision(1));
        order(revision(2));
        assertThat(sameAs(order(revision(3)))).contains(1);
    }

    @Test
    void aTransferThatIsHeardOfBeforeTheAnnouncementForgetsNothing() {
        reduce(revision(1));
        TransferTask first = scheduler.transfers().get(0);
        scheduler.listenAnew();
        scheduler.tell(Workers.done(new TransferTask(
                first.task().replace("@1", "@2"),
                first.identity().withRevision(2),
                first.of(),
                first.lane(),
                first.path(),
                first.size(),
                first.file(),
                first.handedOut(),
                first.deadline(),
                first.stage(),
                first.waited())));
        scheduler.tell(revision(2));
        assertThat(scheduler.transfers()).isEmpty();
        assertThat(sameAs(reductionOf(2))).contains(1);
    }

    @Test
    void aReductionThatIsHeardOfAfterTheNextRevisionIsOfNoUse() {
        FrameReduced late = Workers.done(order(revision(1)));
        scheduler.tell(revision(2));
        scheduler.tell(late);
        scheduler.transferAll();
        assertThat(sameAs(reductionOf(2))).isEmpty();
    }
}
