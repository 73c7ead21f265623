package dev.vigil.ledger;

import static dev.vigil.ledger.Tell.NIGHT;
import static dev.vigil.ledger.Tell.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Tell STAR = Tell.science("star.fits");
    private static final Tell BIAS = Tell.bias("bias1.fits");

    private final LedgerSettings settings = TestDatabase.migrated();
    private Ledger ledger;
    private Writer writer;

    @BeforeEach
    void open() {
        ledger = Ledger.open(settings);
        writer = ledger.writer(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void severalReplicasMayOpenAnEmptyDatabaseAtOnce() throws Exception {
        LedgerSettings empty = TestDatabase.empty();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Ledger>> opening = List.of(
                threads.submit(() -> Ledger.open(empty)),
                threads.submit(() -> Ledger.open(empty)),
                threads.submit(() -> Ledger.open(empty)));
        for (Future<Ledger> each : opening) {
            try (Ledger one = each.get()) {
                assertThat(one.nights().all()).isEmpty();
            }
        }
        threads.shutdown();
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeUnavailable() {
        LedgerSettings nowhere = new LedgerSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
        assertThatThrownBy(() -> Ledger.open(nowhere)).isInstanceOf(LedgerUnavailableException.class);
        try (Ledger reading = Ledger.reading(nowhere)) {
            assertThat(reading.answers()).isFalse();
            assertThatThrownBy(() -> reading.nights().all()).isInstanceOf(LedgerUnavailableException.class);
        }
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new LedgerSettings("jdbc:postgresql:x", "u", "secret", 1).toString())
                .doesNotContain("secret");
    }

    @Test
    void aBiasFrameIsRecordedWhenItIsTransferred() {
        write(BIAS.taken(1));
        assertThat(unsent()).isEmpty();
        write(BIAS.transferred(2, 1));
        assertThat(unsent()).containsExactly(new FrameRecorded(BIAS.identity(), NOW, Level.TRANSFERRED));
    }

    @Test
    void aScienceFrameIsRecordedWhenItIsFullyReduced() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.looked(3));
        assertThat(unsent()).isEmpty();
        write(STAR.reduced(4, "first"));
        assertThat(unsent()).containsExactly(new FrameRecorded(STAR.identity(), NOW, Level.REDUCED));
    }

    @Test
    void aFrameIsRecordedWhicheverNewsComesLast() {
        write(STAR.reduced(4, "first"));
        write(STAR.transferred(2, 1));
        assertThat(unsent()).isEmpty();
        write(STAR.taken(1));
        assertThat(unsent()).hasSize(1);
    }

    @Test
    void aFrameIsRecordedOnceHoweverOftenItIsReduced() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.reduced(4, "first"));
        write(STAR.reduced(4, "first"), STAR.reduced(5, "second"), STAR.taken(1));
        assertThat(unsent()).hasSize(1);
        write(STAR.revised(2).taken(6), STAR.revised(2).reduced(7, "third"));
        assertThat(unsent()).extracting(event -> event.identity().revision()).containsExactly(1, 2);
    }

    @Test
    void anExcludedFrameIsNeverRecorded() {
        write(BIAS.transferred(2, 1));
        write(BIAS.excluded(1, "focus"));
        assertThat(unsent()).isEmpty();
        assertThat(ledger.frames().of(BIAS.frame()).orElseThrow().standing()).isEqualTo(Standing.EXCLUDED);
    }

    @Test
    void theEventOfARecordedFrameThatIsReadBackNeedsNoPublishing() {
        write(BIAS.taken(1), BIAS.transferred(2, 1));
        write(new FrameRecorded(BIAS.identity(), NOW, Level.TRANSFERRED));
        assertThat(unsent()).isEmpty();
    }

    @Test
    void whatWasNotMarkedAsSentIsStillThereAfterARestart() {
        write(BIAS.taken(1), BIAS.transferred(2, 1));
        ledger.close();
        open();
        List<Outbox.Unsent> unsent = ledger.outbox().unsent(10);
        assertThat(unsent).hasSize(1);
        ledger.outbox().markSent(List.of(unsent.get(0).id()), NOW);
        assertThat(ledger.outbox().unsent(10)).isEmpty();
        write(BIAS.taken(1), BIAS.transferred(2, 1));
        assertThat(ledger.outbox().unsent(10)).isEmpty();
    }

    @Test
    void whatOnePublishesNobodyElsePublishesMeanwhile() throws Exception {
        write(BIAS.taken(1), BIAS.transferred(2, 1));
        List<FrameRecorded> published = new ArrayList<>();
        try (Ledger other = Ledger.reading(settings)) {
            int first = ledger.outbox().publish(10, NOW, events -> {
                published.addAll(events);
                assertThat(other.outbox().publish(10, NOW, published::addAll)).isZero();
            });
            assertThat(first).isEqualTo(1);
            assertThat(other.outbox().publish(10, NOW, published::addAll)).isZero();
        }
        assertThat(published).hasSize(1);
    }

    @Test
    void anEventThatTheProgramItselfCannotReadIsRefusedToo() {
        FrameAnnounced strange = Tell.science("%zz.fits").taken(1);
        assertThatThrownBy(() -> write(strange)).isInstanceOf(UnwritableException.class);
    }

    @Test
    void twoWritersWithHalfOfTheNewsEachMissNoRecordedFrame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Object> announcements = new ArrayList<>();
        List<Object> transfers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            announcements.add(Tell.bias("bias" + i + ".fits").taken(1));
            transfers.add(0, Tell.bias("bias" + i + ".fits").transferred(2, 1));
        }
        Future<?> one = threads.submit(() -> inParts(announcements));
        Future<?> other = threads.submit(() -> inParts(transfers));
        one.get();
        other.get();
        threads.shutdown();
        assertThat(ledger.outbox().unsent(1000)).hasSize(300);
        assertThat(ledger.nights().of(UNIT, Optional.of(NIGHT)).accountedFor()).isEqualTo(300);
    }

    @Test
    void aPositionMovesOnlyFromWhereItStands() {
        write(List.of(STAR.taken(1)), advance(0, 5));
        assertThat(ledger.offsets().of("frames.announced", 0))
                .contains(new Position("frames.announced", 0, "id", 5, Optional.of(3)));
        assertThatThrownBy(() -> write(List.of(BIAS.taken(1)), advance(4, 6)))
                .isInstanceOf(PositionMovedException.class)
                .hasMessageContaining("position=5");
        assertThat(ledger.frames().of(BIAS.frame())).isEmpty();
        write(List.of(BIAS.taken(1)), advance(5, 6));
        assertThat(ledger.offsets().of("frames.announced", 0).orElseThrow().position())
                .isEqualTo(6);
    }

    @Test
    void theRowsOfARefusedEventAreNotHalfWritten() {
        assertThatThrownBy(() -> write(List.of(STAR.taken(1), BIAS.excluded(2, "a \0 byte")), advance(0, 2)))
                .isInstanceOf(UnwritableException.class);
        assertThat(ledger.frames().of(STAR.frame())).isEmpty();
        assertThat(ledger.offsets().of("frames.announced", 0)).isEmpty();
    }

    @Test
    void theCurrentReductionIsTheNewestUntilAPersonPromotesAnother() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.reduced(4, "first"), STAR.reduced(5, "second"));
        assertThat(current()).containsOnly("second");
        write(STAR.promote(6, "first"));
        assertThat(current()).containsOnly("first");
        write(STAR.reduced(7, "third"));
        assertThat(current()).containsOnly("first");
        write(STAR.promote(8, "third"));
        assertThat(current()).containsOnly("third");
        write(STAR.promote(9, "misspelt"));
        assertThat(current()).containsOnly("third");
    }

    @Test
    void everyFrameStandsInOnePlaceAndProblemsComeFirst() {
        Tell waits = Tell.science("waits.fits");
        Tell fails = Tell.science("fails.fits");
        Tell comes = Tell.science("comes.fits");
        write(BIAS.taken(1), BIAS.transferred(2, 1));
        write(waits.taken(1), waits.transferred(2, 1), waits.waiting(3, 1, false));
        write(fails.taken(1), fails.failed(2, Stage.TRANSFER, 1, 2), fails.failed(3, Stage.TRANSFER, 2, 2));
        write(comes.arriving(1));
        write(Tell.science("half.fits").stalled(1), Tell.science("text.fits").refused(1, "it is a text"));
        write(
                Tell.bias("focus.fits").excluded(1, "focus"),
                Tell.bias("focus.fits").transferred(2, 1));
        assertThat(ledger.frames().of(UNIT, Optional.of(NIGHT)))
                .extracting(FrameStanding::standing)
                .containsExactly(
                        Standing.FAILED,
                        Standing.FAILED,
                        Standing.STALLED,
                        Standing.WAITING,
                        Standing.ON_THE_WAY,
                        Standing.RECORDED,
                        Standing.EXCLUDED);
        NightCounts counts = ledger.nights().of(UNIT, Optional.of(NIGHT));
        assertThat(ledger.nights().all()).containsExactly(counts);
        assertThat(counts.seen()).isEqualTo(7);
        assertThat(counts.announced()).isEqualTo(4);
        assertThat(counts.transferred()).isEqualTo(3);
        assertThat(counts.accountedFor()).isEqualTo(4);
        assertThat(counts.seen())
                .isEqualTo(counts.recorded()
                        + counts.failed()
                        + counts.waiting()
                        + counts.stalled()
                        + counts.excluded()
                        + counts.onTheWay());
        FrameStanding failed = ledger.frames().of(fails.frame()).orElseThrow();
        assertThat(failed.reason()).contains("the digest of fails.fits is another");
        assertThat(failed.remedy()).contains("see whether the disk is full");
        assertThat(failed.exposureTime()).contains(Duration.ofSeconds(100));
    }

    @Test
    void whatIsStillToBeFetchedIsNeitherArchivedNorGivenUpNorHalf() {
        Tell fetched = Tell.science("fetched.fits");
        Tell fails = Tell.science("fails.fits");
        Tell comes = Tell.science("comes.fits");
        Tell focus = Tell.bias("focus.fits");
        write(STAR.taken(1), BIAS.taken(2), focus.excluded(3, "focus"));
        write(fetched.taken(1), fetched.transferred(2, 1));
        write(fails.taken(1), fails.failed(2, Stage.TRANSFER, 1, 1));
        write(comes.arriving(1), Tell.science("text.fits").refused(1, "it is a text"));
        assertThat(ledger.frames().unfetched())
                .extracting(Unfetched::frame)
                .containsExactly(BIAS.frame(), focus.frame(), STAR.frame());
        write(STAR.taken(1), STAR.failed(4, Stage.TRANSFER, 1, 2));
        assertThat(ledger.frames().unfetched()).extracting(Unfetched::frame).contains(STAR.frame());
    }

    @Test
    void aFileThatStalledSaysWhatToDoUntilItIsWhole() {
        Tell half = Tell.science("half.fits");
        write(half.stalled(1));
        FrameStanding stalled = ledger.frames().of(half.frame()).orElseThrow();
        assertThat(stalled.reason()).contains("half of it is missing");
        assertThat(stalled.remedy().orElseThrow()).contains("it goes on by itself when the file grows");
        assertThat(ledger.frames().story(half.frame()))
                .extracting(StoryLine::words)
                .anyMatch(words -> words.contains("What to do: look at the camera's disk"));
        write(half.taken(2));
        assertThat(ledger.frames().of(half.frame()).orElseThrow().remedy()).isEmpty();
    }

    @Test
    void aFrameThatWaitsSaysWhatToDoUntilItsWaitIsOver() {
        Tell waits = Tell.science("waits.fits");
        write(waits.taken(1), waits.transferred(2, 1), waits.waiting(3, 1, false));
        assertThat(ledger.frames().of(waits.frame()).orElseThrow().remedy().orElseThrow())
                .contains("take the calibration frames that it names");
        write(waits.waiting(4, 1, true));
        assertThat(ledger.frames().of(waits.frame()).orElseThrow().remedy()).isEmpty();
    }

    @Test
    void aFailureIsOfThePastWhenTheStageIsPassed() {
        write(BIAS.taken(1), BIAS.failed(2, Stage.TRANSFER, 1, 1));
        assertThat(ledger.frames().of(BIAS.frame()).orElseThrow().standing()).isEqualTo(Standing.FAILED);
        write(BIAS.transferred(3, 2));
        assertThat(ledger.frames().of(BIAS.frame()).orElseThrow().standing()).isEqualTo(Standing.RECORDED);
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.failed(3, Stage.QUICK_LOOK, 1, 1));
        assertThat(ledger.frames().of(STAR.frame()).orElseThrow().standing()).isEqualTo(Standing.ON_THE_WAY);
    }

    @Test
    void announcementsAreCountedOnceHoweverOftenTheyAreHeard() {
        write(STAR.arriving(1), STAR.taken(2), BIAS.taken(1));
        write(STAR.taken(2));
        FrameStanding star = ledger.frames().of(STAR.frame()).orElseThrow();
        assertThat(ledger.frames().sightings(STAR.frame())).containsExactly(new Sightings(STAR.frame(), 2));
        assertThat(ledger.frames().sightings(star.unit(), star.night()))
                .containsExactlyInAnyOrder(new Sightings(STAR.frame(), 2), new Sightings(BIAS.frame(), 1));
    }

    @Test
    void theStoryOfAFrameIsToldInOrder() {
        write(STAR.reduced(20, "first"), STAR.waiting(12, 1, true), STAR.taken(2), STAR.arriving(1));
        write(STAR.failed(4, Stage.TRANSFER, 1, 3), STAR.transferred(5, 2), STAR.looked(6), STAR.promote(30, "first"));
        assertThat(ledger.frames().story(STAR.frame()))
                .extracting(StoryLine::what)
                .containsExactly(
                        "arriving",
                        "taken",
                        "failed, will be tried again",
                        "transferred",
                        "looked at",
                        "waits for master",
                        "waits no longer for master",
                        "reduced",
                        "asked: promote",
                        "recorded");
    }

    @Test
    void whatIsOddAboutAFrameIsToldInWords() {
        write(STAR.taken(2));
        assertThat(ledger.frames().story(STAR.frame()).get(0).words()).contains("it began 5 h 0 min before another");
        assertThat(ledger.frames().of(STAR.frame()).orElseThrow().flags()).containsExactly("START_OUT_OF_ORDER");
    }

    @Test
    void theFilesThatFollowAFrameAreFound() {
        Tell photodiode = new Tell("star_photodiode.txt", 1, FrameType.SIDECAR, Level.TRANSFERRED);
        FrameAnnounced alone = photodiode.excluded(3, "sidecar");
        FrameAnnounced ofStar = new FrameAnnounced(
                new FrameIdentity(
                        photodiode.frame(),
                        1,
                        UNIT,
                        Optional.of(NIGHT),
                        NightSource.HEADER,
                        STAR.identity().exposure(),
                        FrameType.SIDECAR,
                        Level.TRANSFERRED,
                        0),
                alone.at(),
                alone.path(),
                alone.size(),
                alone.modified(),
                alone.judgement());
        write(STAR.taken(2), BIAS.taken(2), ofStar);
        FrameStanding star = ledger.frames().of(STAR.frame()).orElseThrow();
        assertThat(ledger.frames().sidecars(star))
                .extracting(FrameStanding::frame)
                .containsExactly(photodiode.frame());
        FrameStanding bias = ledger.frames().of(BIAS.frame()).orElseThrow();
        assertThat(ledger.frames().sidecars(bias)).isEmpty();
    }

    @Test
    void framesOfTheSameBytesKnowEachOtherByTheirNewestRevisions() {
        Sha256 others = new Sha256("fedcba9876543210".repeat(4));
        Tell copy = Tell.bias("copy.fits");
        write(BIAS.taken(1), STAR.takenWith(2, others), copy.taken(3));
        assertThat(ledger.frames().ofTheSameBytes(BIAS.frame())).containsExactly(copy.frame());
        assertThat(ledger.frames().ofTheSameBytes(copy.frame())).containsExactly(BIAS.frame());
        assertThat(ledger.frames().ofTheSameBytes(STAR.frame())).isEmpty();
        write(copy.revised(2).takenWith(4, others));
        assertThat(ledger.frames().ofTheSameBytes(BIAS.frame())).isEmpty();
        assertThat(ledger.frames().ofTheSameBytes(STAR.frame())).containsExactly(copy.frame());
    }

    @Test
    void aReleaseAtTheTelescopeStandsInTheStoryOnceAndChangesNothingElse() {
        write(BIAS.taken(1), BIAS.released(9), BIAS.transferred(2, 1), BIAS.released(7));
        assertThat(ledger.frames().story(BIAS.frame()))
                .extracting(StoryLine::what)
                .containsExactlyInAnyOrder("taken", "transferred", "recorded", "released at the telescope");
        assertThat(ledger.frames().of(BIAS.frame()).orElseThrow().standing()).isEqualTo(Standing.RECORDED);
    }

    @Test
    void whatIsKeptWithLossIsWrittenDownWithTheDigestOfTheExactFile() {
        FrameTransferred exact = STAR.transferred(2, 1);
        KeptWithLoss loss = new KeptWithLoss(4, new Sha256("1f".repeat(32)));
        write(
                STAR.taken(1),
                new FrameTransferred(
                        exact.identity(),
                        exact.at(),
                        exact.task(),
                        exact.archived(),
                        exact.readable(),
                        exact.worker(),
                        exact.took(),
                        exact.from(),
                        Optional.of(loss)));
        assertThat(ledger.frames().archived(STAR.frame()))
                .singleElement()
                .satisfies(file -> assertThat(file.loss()).contains(loss));
        assertThat(ledger.frames().story(STAR.frame()))
                .extracting(StoryLine::what)
                .contains("kept with loss");
    }

    @Test
    void filesAndMeasurementsOfAFrameAreFound() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.looked(3));
        assertThat(ledger.frames().pictures(UNIT, Optional.of(NIGHT)))
                .singleElement()
                .satisfies(picture -> assertThat(picture.reduction()).isEqualTo("look-star.fits-1"));
        write(STAR.reduced(4, "first"));
        assertThat(ledger.frames().pictures(UNIT, Optional.of(NIGHT)))
                .singleElement()
                .satisfies(picture -> assertThat(picture.reduction()).isEqualTo("first"));
        assertThat(ledger.masters().of(STAR.frame()))
                .isEqualTo(STAR.reduced(4, "first").masters());
        assertThat(ledger.frames().products(STAR.frame()))
                .extracting(MadeFile::kind)
                .containsExactly(ProductKind.IMAGE, ProductKind.PREVIEW, ProductKind.IMAGE, ProductKind.PREVIEW);
        assertThat(ledger.frames().detectors(STAR.frame())).containsExactly("2", "1");
        assertThat(ledger.frames().archived(STAR.frame()))
                .extracting(ArchivedFile::archived)
                .containsExactly(STAR.transferred(2, 1).archived());
        assertThat(ledger.nights().measurements(UNIT, Optional.of(NIGHT)))
                .singleElement()
                .satisfies(measured -> {
                    assertThat(measured.reduction()).isEqualTo("first");
                    assertThat(measured.measurements())
                            .isEqualTo(STAR.reduced(4, "first").measurements());
                    assertThat(measured.pointing())
                            .isEqualTo(new Pointing(
                                    Optional.of("neighbour before.fits"), Optional.of(-12.5), Optional.of(1500.0)));
                    assertThat(ledger.frames().measured(STAR.frame())).contains(measured);
                });
        assertThat(ledger.frames().measured(FrameId.ofPath(UNIT + "/unheard.fits")))
                .isEmpty();
    }

    @Test
    void aFrameIsAsGoodAsItsReductionSaysAndAsItsLookSaysOfTheRest() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.looked(3));
        assertThat(ledger.checks().of(UNIT, Optional.of(NIGHT)))
                .containsExactly(
                        new FrameQuality(STAR.frame(), Optional.of(NIGHT), false, List.of("starsSeen"), List.of(), 1));
        assertThat(ledger.checks().notGood()).extracting(FrameQuality::frame).containsExactly(STAR.frame());
        write(STAR.reduced(4, "first"));
        assertThat(ledger.checks().of(UNIT, Optional.of(NIGHT)))
                .containsExactly(new FrameQuality(STAR.frame(), Optional.of(NIGHT), true, List.of(), List.of(), 3));
        assertThat(ledger.checks().notGood()).isEmpty();
    }

    @Test
    void theChecksOfAFrameAreFoundWithTheirLimitsWhatFailedFirst() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.looked(3));
        List<CheckStanding> checks = ledger.checks().of(STAR.frame());
        assertThat(checks)
                .extracting(CheckStanding::result)
                .isEqualTo(STAR.looked(3).checks());
        assertThat(checks).extracting(CheckStanding::kind).containsOnly(ReductionKind.QUICK_LOOK);
    }

    @Test
    void aMasterThatIsNotGoodWasPassedByWhereAGoodOneWasTaken() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.reduced(9, "first"));
        write(Tell.built(3, 1));
        assertThat(ledger.masters().passedBy(STAR.frame())).isEmpty();
        write(Tell.poor(4, 2));
        assertThat(ledger.masters().passedBy(STAR.frame()))
                .singleElement()
                .satisfies(poor -> assertThat(poor.master()).isEqualTo(Tell.master(2)))
                .satisfies(poor -> assertThat(poor.remarks()).containsExactly("framesAgree"));
    }

    @Test
    void aMasterThatCameAfterTheReductionWasNotPassedBy() {
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.reduced(9, "first"));
        write(Tell.built(3, 1));
        write(Tell.poor(10, 2));
        assertThat(ledger.masters().passedBy(STAR.frame())).isEmpty();
    }

    @Test
    void mastersAreBuiltOrFailedOrWaiting() {
        write(Tell.masterWaiting(1, 3, false));
        write(Tell.masterFailed(2, 2, 2));
        write(Tell.built(3, 1));
        assertThat(ledger.masters().of(UNIT, 10))
                .extracting(MasterStanding::standing)
                .containsExactly(MasterStanding.Made.FAILED, MasterStanding.Made.WAITING, MasterStanding.Made.BUILT);
        MasterStanding built = ledger.masters().of(Tell.master(1)).orElseThrow();
        assertThat(built.inputs()).isEqualTo(2);
        assertThat(built.inputsUsed()).isEqualTo(1);
        assertThat(built.flags()).containsExactly("few inputs");
        assertThat(built.good()).contains(true);
        assertThat(built.remarks()).containsExactly("framesAgree");
        assertThat(built.quality()).containsOnly(Map.entry("mean", 1000.5));
        assertThat(ledger.masters().newest(10)).hasSize(3).contains(built);
        assertThat(ledger.masters().checks(Tell.master(1)))
                .isEqualTo(Tell.built(3, 1).checks());
        assertThat(ledger.masters().inputs(Tell.master(1)))
                .containsExactlyInAnyOrderElementsOf(Tell.built(3, 1).inputs());
        assertThat(ledger.masters().used(Tell.master(1))).isEmpty();
        assertThat(ledger.masters().madeOf(Tell.built(3, 1).inputs().get(0).frame()))
                .containsExactly(built);
        assertThat(ledger.masters().madeOf(Tell.built(3, 1).inputs().get(1).frame()))
                .isEmpty();
        assertThat(ledger.masters().products(Tell.master(1)))
                .isEqualTo(Tell.built(3, 1).products());
    }

    @Test
    void twoRevisionsShareAReductionAndEachKeepsItsRecord() {
        Tell second = STAR.revised(2);
        write(STAR.taken(1), STAR.transferred(2, 1), STAR.reduced(4, "first"));
        write(second.taken(5), second.transferred(6, 1), second.reducedAs(7, 1, "first"));
        assertThat(unsent()).extracting(event -> event.identity().revision()).containsExactly(1, 2);
        assertThat(ledger.frames().of(STAR.frame()).orElseThrow().standing()).isEqualTo(Standing.RECORDED);
        assertThat(ledger.frames().products(STAR.frame()))
                .filteredOn(made -> made.kind() == ProductKind.IMAGE)
                .extracting(MadeFile::revision, MadeFile::reduction, MadeFile::current)
                .containsExactly(Tuple.tuple(2, "first", true), Tuple.tuple(1, "first", false));
        assertThat(ledger.frames().measured(STAR.frame())).isPresent();
        assertThat(ledger.checks().of(STAR.frame())).isNotEmpty();
        assertThat(ledger.masters().of(STAR.frame())).hasSize(1);
        assertThat(ledger.frames().story(STAR.frame()))
                .filteredOn(line -> line.what().equals("reduced"))
                .extracting(StoryLine::revision, StoryLine::words)
                .containsExactly(
                        Tuple.tuple(1, "imaging 1 as first no astrometry"),
                        Tuple.tuple(
                                2,
                                "imaging 1 as first no astrometry; reduced as revision 1: neither pixels nor a card that matters changed"));
        assertThat(ledger.nights().doubled()).isEmpty();
    }

    /** Else whoever looks after the archive would ask for the wrong work, and read the file twice. */
    @Test
    void aFileThatTwoRevisionsShareIsKeptOnceByTheOneThatItWasMadeOf() {
        Tell second = STAR.revised(2);
        write(STAR.taken(1), STAR.reduced(4, "first"));
        write(second.taken(5), second.reducedAs(7, 1, "first"));
        assertThat(ledger.keptFiles().of(STAR.frame()))
                .extracting(KeptFile::revision, KeptFile::at)
                .containsExactly(Tuple.tuple(1, Tell.at(4)), Tuple.tuple(1, Tell.at(4)));
        assertThat(ledger.keptFiles().of(UNIT, Optional.of(NIGHT))).hasSize(2);
    }

    /** After the shared file was lost the newer revision is reduced by itself; that is no second name of the same work. */
    @Test
    void aRevisionThatIsReducedByItselfAfterAllIsNotDoubled() {
        Tell second = STAR.revised(2);
        write(STAR.taken(1), STAR.reduced(4, "first"), second.taken(5), second.reducedAs(7, 1, "first"));
        write(second.reduced(8, "own"));
        ledger.jdbi().useHandle(handle -> handle.execute("update reductions set recipe_fingerprint = 'same'"));
        assertThat(ledger.nights().doubled()).isEmpty();
        assertThat(current()).containsOnly("own");
    }

    @Test
    void whatStandsTwiceIsFound() {
        write(STAR.taken(1), STAR.reduced(4, "first"), STAR.reduced(5, "second"), STAR.transferred(2, 1));
        assertThat(ledger.nights().doubled()).isEmpty();
        ledger.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update reductions set recipe_fingerprint = 'same'; insert into products select frame, revision, reduction, kind,"
                                        + " area, key, size, 'another' from products where reduction = 'first' and kind = 'IMAGE'"));
        assertThat(ledger.nights().doubled())
                .extracting(Doubled::what)
                .containsExactly("a file with several digests", "the same work under several names");
    }

    @Test
    void everyColumnThatNeedsWordsHasThem() {
        Map<String, Long> silent = ledger.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select relname, 1 as one from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                        + " where nspname = 'public' and relkind in ('r', 'v') and relname not like 'flyway%'"
                                        + " and obj_description(c.oid) is null")
                        .setMapKeyColumn("relname")
                        .setMapValueColumn("one")
                        .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, Long>>() {}));
        assertThat(silent).isEmpty();
    }

    @Test
    void whatNumbersMeanIsThatOfTheVersionThatWroteLast() {
        ledger.explain(
                List.of(Meaning.ofFrames("seeing", "furlong", "how it was"), Meaning.ofFrames("gone", "", "gone")));
        Meaning seeing = Meaning.ofFrames("seeing", "pixel", "width of a star: 'how wide?'");
        Meaning zeroPoint = Meaning.ofFrames("zeroPoint", "mag", "of one electron per second");
        ledger.explain(List.of(seeing, zeroPoint));
        assertThat(Rows.list(ledger.jdbi(), Meaning.class, "select * from measurables order by name", query -> query))
                .containsExactly(seeing, zeroPoint);
        assertThat(zeroPoint.place()).isEqualTo("reductions.others ->> 'zeroPoint'");
        assertThat(comment("seeing")).isEqualTo("Width of a star: 'how wide?' [pixel].");
    }

    private String comment(String column) {
        return ledger.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select col_description('reductions'::regclass, ordinal_position)"
                                        + " from information_schema.columns where table_name = 'reductions' and column_name = :column")
                        .bind("column", column)
                        .mapTo(String.class)
                        .one());
    }

    private List<FrameRecorded> unsent() {
        return ledger.outbox().unsent(100).stream().map(Outbox.Unsent::event).toList();
    }

    private List<String> current() {
        return ledger.frames().products(STAR.frame()).stream()
                .filter(MadeFile::current)
                .map(MadeFile::reduction)
                .toList();
    }

    private void inParts(List<Object> events) {
        for (int i = 0; i < events.size(); i += 20) {
            write(events.subList(i, i + 20), List.of());
        }
    }

    private void write(Object... events) {
        write(List.of(events), List.of());
    }

    private void write(List<?> events, List<Advance> advances) {
        writer.write(events, advances);
    }

    private static List<Advance> advance(long from, long to) {
        return List.of(new Advance(from, new Position("frames.announced", 0, "id", to, Optional.of(3))));
    }
}
