package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.audit.Difference.Kind;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.ledger.Sightings;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two frames on which all sides agree; then one side loses something. */
class ComparisonTest {
    private static final Bias ONE = new Bias(1);
    private static final Bias TWO = new Bias(2);

    private final TopicSide topics = new TopicSide(Nights.ALL);
    private final LedgerSide ledger = new LedgerSide();
    private final Shelf archive = new Shelf();
    private final Map<String, SourceFile> disk = new HashMap<>();
    private final Map<String, Silence> silent = new HashMap<>();
    private Instant asOf = Bias.EVENING.plus(Duration.ofHours(1));

    /** An archive of sizes and digests. */
    private static final class Shelf implements ArchiveSide {
        private final Map<String, Long> sizes = new HashMap<>();
        private final Map<String, String> digests = new HashMap<>();

        @Override
        public Optional<Long> size(String key) {
            return Optional.ofNullable(sizes.get(key));
        }

        @Override
        public String digest(String key) {
            return digests.get(key);
        }

        @Override
        public Set<String> keys() {
            return new HashSet<>(sizes.keySet());
        }
    }

    @BeforeEach
    void allAgreeOnTwoFrames() {
        for (Bias bias : List.of(ONE, TWO)) {
            hear(bias);
            write(bias.frame(), Standing.RECORDED);
            ledger.add(bias.holding());
            hold(bias);
            disk.put(bias.path(), bias.onDisk());
        }
    }

    private void hear(Bias bias) {
        topics.hear(bias.announced());
        topics.hear(bias.transferred());
        topics.hear(bias.recorded());
    }

    private void write(FrameId frame, Standing standing) {
        ledger.add(frame, standing);
        ledger.add(new Sightings(frame, 1));
    }

    private void hold(Bias bias) {
        archive.sizes.put(bias.key(), Bias.SIZE);
        archive.digests.put(bias.key(), bias.digest().value());
    }

    private List<Difference> found() throws Exception {
        return comparison().differences(Optional.of(bytes -> {}));
    }

    private Comparison comparison() {
        SourceSide source = new SourceSide(disk, silent, silent.isEmpty() ? Set.of(Bias.UNIT) : Set.of(), 0);
        return new Comparison(topics, ledger, archive, source, asOf);
    }

    private Difference only() throws Exception {
        List<Difference> found = found();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void whereAllAgreeThereIsNoDifference() throws Exception {
        assertThat(found()).isEmpty();
        assertThat(comparison().holdings()).hasSize(2);
    }

    @Test
    void announcementsThatTheLedgerLostAreSentAgain() throws Exception {
        topics.hear(ONE.announced());
        assertThat(found()).isEmpty();
        ledger.add(new Sightings(ONE.frame(), 0));
        assertThat(only()).hasToString(ONE.frame() + ": the ledger lacks 1 of its 1 announcements");
        assertThat(only().repair()).isEqualTo(new Repair.TellAgain(ONE.frame().value()));
    }

    @Test
    void aFileThatTheArchiveLostIsFetchedAgain() throws Exception {
        archive.sizes.remove(ONE.key());
        assertThat(only().kind()).isEqualTo(Kind.MISSING);
        assertThat(only()).hasToString(ONE.frame() + ": the archive does not hold " + ONE.key());
        assertThat(only().repair())
                .isEqualTo(new Repair.Again(Repair.Work.FETCH, ONE.frame().value(), Optional.empty()));
    }

    @Test
    void aFileThatGotShorterIsSetAsideAndFetchedAgain() throws Exception {
        archive.sizes.put(ONE.key(), 17L);
        assertThat(only().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(only().words()).contains("17 bytes", "instead of 2880");
        assertThat(only().repair())
                .isEqualTo(new Repair.Again(Repair.Work.FETCH, ONE.frame().value(), Optional.of(ONE.key())));
    }

    @Test
    void whatAQuickLookMadeIsMadeByAnotherQuickLook() throws Exception {
        made(ReductionKind.QUICK_LOOK);
        archive.sizes.remove(ONE.product(ReductionKind.QUICK_LOOK).key());
        assertThat(only().repair())
                .isEqualTo(new Repair.Again(Repair.Work.LOOK, ONE.frame().value(), Optional.empty()));
        assertThat(new Repairs(null, found()).wishes())
                .containsExactly(Map.entry(Bias.UNIT, List.of(new LookAgain(List.of(ONE.frame())))));
    }

    @Test
    void whatAReductionMadeIsMadeByAnotherReduction() throws Exception {
        made(ReductionKind.FULL);
        archive.sizes.put(ONE.product(ReductionKind.FULL).key(), 17L);
        assertThat(only().repair())
                .isEqualTo(new Repair.Again(
                        Repair.Work.REDUCE,
                        ONE.frame().value(),
                        Optional.of(ONE.product(ReductionKind.FULL).key())));
    }

    @Test
    void aMasterThatTheArchiveLostIsBuiltAgain() throws Exception {
        MasterBuilt master = Bias.master();
        String key = master.products().get(0).file().key();
        topics.hear(master);
        ledger.add(new Holding(
                new Owner.Master(master.master()), master.products().get(0).file(), master.at()));
        assertThat(only()).hasToString(master.master() + ": the archive does not hold " + key);
        assertThat(new Repairs(null, found()).wishes())
                .containsExactly(Map.entry(Bias.UNIT, List.of(new BuildAgain(List.of(master.master())))));
        topics.hear(Bias.masterFailed(master.at().plusSeconds(1)));
        assertThat(only().words()).endsWith("; it was to be built again, but no");
        topics.hear(Bias.masterFailed(master.at().minusSeconds(1)));
        assertThat(only().words()).endsWith("but no");
    }

    private void made(ReductionKind kind) {
        FrameReduced made = ONE.made(kind);
        topics.hear(made);
        ledger.add(new Holding(
                new Owner.Frame(ONE.frame(), 1), made.products().get(0).file(), made.at()));
        archive.sizes.put(ONE.product(kind).key(), Bias.SIZE);
        archive.digests.put(ONE.product(kind).key(), ONE.digest().value());
    }

    @Test
    void aFlippedBitIsFoundOnlyByReading() throws Exception {
        archive.digests.put(ONE.key(), TWO.digest().value());
        assertThat(comparison().differences(Optional.empty())).isEmpty();
        assertThat(only().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(only().words()).contains("are not those that were archived");
    }

    @Test
    void whatTheTelescopeHasNoLongerIsBroughtBackByAPerson() throws Exception {
        archive.sizes.remove(ONE.key());
        disk.remove(ONE.path());
        assertThat(only().repair()).isInstanceOf(Repair.ByHand.class);
        assertThat(only().repair().words()).contains("backup");
    }

    @Test
    void whetherATelescopeThatDoesNotAnswerHasItIsFoundOutByFetching() throws Exception {
        archive.sizes.remove(ONE.key());
        disk.clear();
        silent.put(Bias.UNIT, new Silence("it does not answer", true));
        assertThat(only().repair())
                .isEqualTo(new Repair.Again(Repair.Work.FETCH, ONE.frame().value(), Optional.empty()));
    }

    @Test
    void anOlderRevisionCannotBeFetchedAgain() throws Exception {
        Bias newer = new Bias(1, 2);
        hear(newer);
        hold(newer);
        ledger.add(newer.holding());
        archive.sizes.remove(ONE.key());
        assertThat(only().repair().words()).contains("newer revision", "backup");
    }

    @Test
    void whatTwoRevisionsShareIsNeitherStrangeNorLost() throws Exception {
        shared();
        assertThat(found()).isEmpty();
    }

    /** The file is the older one's, which nobody makes again; but the newer one can have one of its own. */
    @Test
    void whereWhatTwoRevisionsShareIsGoneTheNewerOneIsReducedByItself() throws Exception {
        Bias newer = shared();
        String key = ONE.product(ReductionKind.FULL).key();
        archive.sizes.remove(key);
        assertThat(only().repair())
                .isEqualTo(new Repair.Again(Repair.Work.REDUCE, ONE.frame().value(), Optional.empty()));
        FrameReduced own = newer.madeByItself();
        keep(newer, own);
        assertThat(only()).hasToString(ONE.frame() + ": the archive does not hold " + key);
        assertThat(only().repair().words()).contains("older revision", "backup");
    }

    private Bias shared() {
        made(ReductionKind.FULL);
        Bias newer = new Bias(1, 2);
        hear(newer);
        hold(newer);
        ledger.add(newer.holding());
        ledger.add(new Sightings(newer.frame(), 1));
        keep(newer, newer.madeAs(1));
        return newer;
    }

    private void keep(Bias bias, FrameReduced made) {
        StoredFile file = made.products().get(0).file();
        topics.hear(made);
        ledger.add(new Holding(new Owner.Frame(bias.frame(), bias.revision()), file, made.at()));
        archive.sizes.put(file.key(), Bias.SIZE);
        archive.digests.put(file.key(), file.digest().value());
    }

    @Test
    void aFileOfWhichNobodySpeaksIsAStray() throws Exception {
        hold(new Bias(3));
        assertThat(only().kind()).isEqualTo(Kind.STRAY);
        assertThat(only().name()).isEqualTo(new Bias(3).key());
    }

    /** A picture was drawn, and there was no room for the next one. */
    @Test
    void whatWasMadeOfAFrameThatIsNotDoneIsLeftToTheNextAttempt() throws Exception {
        Bias three = new Bias(3);
        String picture = "products/T1/2026-11-19/bias3/0123456789abcdef/bias3.preview.png";
        archive.sizes.put(picture, 5L);
        disk.put(three.path(), three.onDisk());
        topics.hear(three.announced());
        write(three.frame(), Standing.ON_THE_WAY);
        assertThat(found()).isEmpty();
        topics.hear(three.recorded());
        ledger.add(three.frame(), Standing.RECORDED);
        assertThat(only().kind()).isEqualTo(Kind.STRAY);
        assertThat(only().name()).isEqualTo(picture);
    }

    @Test
    void whatWasMadeOfAFrameThatFailedIsForWhoeverTriesItAgain() throws Exception {
        Bias three = new Bias(3);
        archive.sizes.put("products/T1/2026-11-19/bias3/0123456789abcdef/bias3.preview.png", 5L);
        disk.put(three.path(), three.onDisk());
        topics.hear(three.announced());
        topics.hear(three.failed());
        write(three.frame(), Standing.FAILED);
        assertThat(only().words()).contains("of work on T1/2026-11-19/bias3.fits that was not finished");
        assertThat(only().repair().words()).contains("vigil retry T1/2026-11-19/bias3.fits");
    }

    @Test
    void whatTheLedgerDoesNotKnowIsToldAgain() throws Exception {
        Bias three = new Bias(3);
        hear(three);
        hold(three);
        disk.put(three.path(), three.onDisk());
        assertThat(only().kind()).isEqualTo(Kind.UNRECORDED);
        assertThat(only().repair()).isEqualTo(new Repair.TellAgain(three.path()));
    }

    @Test
    void aRowThatIsLackingIsToldAgain() throws Exception {
        Bias three = new Bias(3);
        hear(three);
        hold(three);
        disk.put(three.path(), three.onDisk());
        write(three.frame(), Standing.RECORDED);
        assertThat(only().words()).isEqualTo("the ledger has no row of " + three.key());
    }

    @Test
    void whatIsRecordedMustBeSoInTheLedger() throws Exception {
        write(ONE.frame(), Standing.ON_THE_WAY);
        assertThat(only().words()).contains("it is recorded, but the ledger has it as ON_THE_WAY");
    }

    @Test
    void newsThatIsSecondsOldMayStillBeOnItsWay() throws Exception {
        Bias three = new Bias(3);
        hear(three);
        hold(three);
        disk.put(three.path(), three.onDisk());
        asOf = Bias.EVENING.plusSeconds(10);
        assertThat(found()).isEmpty();
    }

    @Test
    void whatOnlyTheLedgerKnowsIsSaid() throws Exception {
        Bias three = new Bias(3);
        write(three.frame(), Standing.RECORDED);
        assertThat(only().kind()).isEqualTo(Kind.UNSAID);
    }

    @Test
    void aRowOfWhichNoTopicSpeaksIsSaid() throws Exception {
        Bias newer = new Bias(1, 2);
        ledger.add(newer.holding());
        hold(newer);
        assertThat(only().kind()).isEqualTo(Kind.UNSAID);
        assertThat(only().words()).contains(newer.key());
    }

    @Test
    void aFileThatTheProducerNeverSawIsSaid() throws Exception {
        disk.put("T1/2026-11-19/x.fits", new SourceFile("T1/2026-11-19/x.fits", 1, Bias.EVENING));
        assertThat(only().kind()).isEqualTo(Kind.UNANNOUNCED);
        assertThat(only().repair().words()).contains("producer of T1");
    }

    /** It may be proving it complete, or have been started anew a moment ago. */
    @Test
    void aProducerThatRunsIsGivenTimeToSpeakOfIt() throws Exception {
        disk.put("T1/2026-11-19/x.fits", new SourceFile("T1/2026-11-19/x.fits", 1, Bias.EVENING));
        topics.hear(new UnitAlive(
                Bias.UNIT,
                asOf.minusSeconds(5),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                3,
                1,
                1,
                0));
        assertThat(only().repair().words()).contains("its producer runs");
        asOf = asOf.plus(Duration.ofMinutes(3));
        assertThat(only().repair().words()).contains("see whether the producer of T1 runs");
    }

    @Test
    void aFileWhoseNameIsNoTextIsToBeRenamed() throws Exception {
        disk.put("T1/2026-11-19/x\uFFFD.fits", new SourceFile("T1/2026-11-19/x\uFFFD.fits", 1, Bias.EVENING));
        assertThat(only().words()).endsWith("cannot be taken: its name is no text");
        assertThat(only().repair().words()).contains("rename it");
    }

    @Test
    void aFileThatHasJustBeenWrittenIsLeftToTheProducer() throws Exception {
        disk.put("T1/2026-11-19/x.fits", new SourceFile("T1/2026-11-19/x.fits", 1, asOf.minusSeconds(60)));
        assertThat(found()).isEmpty();
    }

    @Test
    void aFileThatWasOnlyTouchedIsCountedAndNoDifference() throws Exception {
        disk.put(ONE.path(), new SourceFile(ONE.path(), 2880, Bias.EVENING.plusSeconds(60)));
        assertThat(found()).isEmpty();
        assertThat(comparison().atSource().touched()).isEqualTo(1);
    }

    @Test
    void aFileThatChangedUnnoticedIsSaid() throws Exception {
        disk.put(ONE.path(), new SourceFile(ONE.path(), 5760, Bias.EVENING.plusSeconds(60)));
        assertThat(only().kind()).isEqualTo(Kind.CHANGED);
        assertThat(only().words()).contains("5760 bytes", "2880 bytes");
    }

    @Test
    void aFileThatIsGoneBeforeItWasArchivedIsLost() throws Exception {
        topics.hear(new Bias(3).announced());
        write(new Bias(3).frame(), Standing.ON_THE_WAY);
        assertThat(only().kind()).isEqualTo(Kind.LOST);
        assertThat(only().repair().words()).contains("vigil close " + new Bias(3).frame());
    }

    @Test
    void aFrameThatWasWrittenOverBeforeItWasArchivedIsLost() throws Exception {
        Bias over = new Bias(3);
        topics.hear(over.announced());
        FrameAnnounced other = over.announcedAgain(over.frame().reused());
        topics.hear(other);
        disk.put(over.path(), over.onDisk());
        write(over.frame(), Standing.ON_THE_WAY);
        write(other.identity().frame(), Standing.ON_THE_WAY);
        assertThat(only().kind()).isEqualTo(Kind.LOST);
        assertThat(only().name()).isEqualTo(over.frame().value());
        assertThat(only().words()).contains("another exposure was written over it");
    }

    @Test
    void aFileThatIsGoneAndHasFailedIsAccountedForAndTold() throws Exception {
        topics.hear(new Bias(3).announced());
        topics.hear(new Bias(3).failed());
        write(new Bias(3).frame(), Standing.FAILED);
        assertThat(found()).isEmpty();
        assertThat(gone().words())
                .containsExactly(
                        "1 is gone from the telescope's disk, and the transfer failed (vigil frames says why)");
    }

    @Test
    void aFileThatIsGoneAndIsToBeTriedAgainIsLost() throws Exception {
        topics.hear(new Bias(3).announced());
        topics.hear(new Bias(3).failed());
        write(new Bias(3).frame(), Standing.WAITING);
        assertThat(only().kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void aFrameWhosePictureIsGoneIsArchivedWholeAllTheSame() throws Exception {
        made(ReductionKind.QUICK_LOOK);
        archive.sizes.remove(ONE.product(ReductionKind.QUICK_LOOK).key());
        disk.remove(ONE.path());
        assertThat(gone().words()).containsExactly("1 is gone from the telescope's disk, and the archive has it whole");
    }

    @Test
    void whatAPersonHasWrittenOffIsAccountedFor() throws Exception {
        topics.hear(new Bias(3).announced());
        topics.hear(new Bias(3).closed());
        write(new Bias(3).frame(), Standing.FAILED);
        assertThat(found()).isEmpty();
        assertThat(gone().words()).isEmpty();
    }

    @Test
    void aFileThatIsGoneAndArchivedIsToldAndNoDifference() throws Exception {
        disk.remove(ONE.path());
        assertThat(found()).isEmpty();
        assertThat(gone().words()).containsExactly("1 is gone from the telescope's disk, and the archive has it whole");
    }

    @Test
    void norIsOneThatWasRefused() throws Exception {
        topics.hear(new Bias(3).refused());
        topics.hear(new Bias(4).refused());
        write(new Bias(3).frame(), Standing.FAILED);
        write(new Bias(4).frame(), Standing.FAILED);
        assertThat(found()).isEmpty();
        assertThat(gone().words())
                .containsExactly("2 are gone from the telescope's disk that were never whole, or were refused"
                        + " (vigil frames says why)");
    }

    @Test
    void whatIsGoneAndNotWholeInTheArchiveIsNotCalledSo() throws Exception {
        disk.remove(ONE.path());
        archive.digests.put(ONE.key(), TWO.digest().value());
        assertThat(only().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(gone().words()).isEmpty();
    }

    private Gone gone() throws Exception {
        return comparison().atSource().gone(found());
    }

    @Test
    void onlyTheNightsThatAreWantedAreCompared() {
        TopicSide wanted = new TopicSide((unit, night) -> night.equals("2026-11-18"));
        wanted.hear(ONE.announced());
        assertThat(wanted.frames()).isEmpty();
        assertThat(wanted.units(Bias.EVENING)).containsKey(Bias.UNIT);
    }

    @Test
    void whatANewerVersionSaidMakesNothingUnsaidOrStray() throws Exception {
        write(new Bias(3).frame(), Standing.RECORDED);
        hold(new Bias(4));
        assertThat(found()).extracting(Difference::kind).containsOnly(Kind.UNSAID, Kind.STRAY);
        byte[] ofAnUnknownSchema = {0, 0, 0, 0, 1, 2, 3};
        topics.decode(
                new WireFormat(new BundledRegistry()),
                Topics.FRAMES_ANNOUNCED,
                new ConsumerRecord<>("frames.announced", 0, 0, new byte[0], ofAnUnknownSchema),
                topics::hear);
        assertThat(topics.unknown()).isEqualTo(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void theWorstIsSaidFirst() throws Exception {
        hold(new Bias(3));
        archive.sizes.remove(ONE.key());
        assertThat(found()).extracting(Difference::kind).containsExactly(Kind.MISSING, Kind.STRAY);
    }

    @Test
    void aFileThatWasReleasedIsNeitherLostNorMissing() throws Exception {
        topics.hear(ONE.released());
        disk.remove(ONE.path());
        assertThat(found()).isEmpty();
        assertThat(gone().words()).isEmpty();
    }

    @Test
    void whatTheArchiveLosesAfterItsReleaseOnlyABackupBrings() throws Exception {
        topics.hear(ONE.released());
        disk.remove(ONE.path());
        archive.sizes.remove(ONE.key());
        assertThat(only().kind()).isEqualTo(Kind.MISSING);
        assertThat(only().repair()).isInstanceOf(Repair.ByHand.class);
        assertThat(only().repair().words()).contains("released", "backup");
    }
}
