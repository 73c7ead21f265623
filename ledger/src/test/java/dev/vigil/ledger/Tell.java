package dev.vigil.ledger;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.CheckSeverity;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.MasterWaiting;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.PointingShift;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.Promote;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.UnitAlive;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the events of one frame's life, second by second of an evening.
 *
 * @param name the file's name
 * @param revision its revision
 * @param type what the frame is for
 * @param lastLevel how far it goes
 */
record Tell(String name, int revision, FrameType type, Level lastLevel) {
    static final String UNIT = "7DT05";
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 19);
    static final Instant EVENING = Instant.parse("2026-11-19T21:40:00Z");
    static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));

    static Tell science(String name) {
        return new Tell(name, 1, FrameType.SCIENCE, Level.REDUCED);
    }

    static Tell bias(String name) {
        return new Tell(name, 1, FrameType.BIAS, Level.TRANSFERRED);
    }

    Tell revised(int number) {
        return new Tell(name, number, type, lastLevel);
    }

    FrameId frame() {
        return new FrameId(UNIT + "/" + NIGHT + "/" + name);
    }

    FrameIdentity identity() {
        return new FrameIdentity(
                frame(),
                revision,
                UNIT,
                Optional.of(NIGHT),
                NightSource.HEADER,
                "exposure " + name,
                type,
                lastLevel,
                0);
    }

    FrameAnnounced arriving(int second) {
        FrameIdentity unknown = new FrameIdentity(
                frame(),
                revision,
                UNIT,
                Optional.of(NIGHT),
                NightSource.FOLDER,
                name,
                FrameType.UNKNOWN,
                Level.SIGHTED,
                0);
        return new FrameAnnounced(
                unknown, at(second), frame().path(), 2880, at(second), new Arriving("the last block is missing"));
    }

    FrameAnnounced taken(int second) {
        return announced(second, new Taken(file(), facts()));
    }

    /** Taken with bytes of its own; those of all others are the same. */
    FrameAnnounced takenWith(int second, Sha256 content) {
        return announced(
                second, new Taken(new TakenFile(DIGEST, content, List.of(DIGEST), file().locations()), facts()));
    }

    FrameAnnounced excluded(int second, String rule) {
        return announced(second, new Excluded(rule, file(), facts()));
    }

    FrameReleased released(int second) {
        return new FrameReleased(
                identity(), at(second), frame().path(), 2880, EVENING, DIGEST, "raw/" + frame(), at(second - 1), "r");
    }

    FrameAnnounced refused(int second, String reason) {
        return announced(second, new Refused(FailureCategory.NOT_FITS, reason, "look at the file"));
    }

    FrameAnnounced stalled(int second) {
        return announced(second, new Stalled("half of it is missing", at(second), ""));
    }

    FrameTransferred transferred(int second, int attempt) {
        return new FrameTransferred(
                identity().withAttempt(attempt),
                at(second),
                "transfer " + name,
                new StoredFile(Area.ARCHIVE, "raw/" + name, 5760, DIGEST),
                new StoredFile(Area.WORKING, "raw/" + name, 5760, DIGEST),
                "transfer-1",
                Duration.ofMillis(120));
    }

    FrameReduced looked(int second) {
        return reduced(second, ReductionKind.QUICK_LOOK, "look-" + name + "-" + revision, List.of());
    }

    FrameReduced reduced(int second, String reduction) {
        return reduced(
                second,
                ReductionKind.FULL,
                reduction,
                List.of(new MasterUsed(master(1), MasterKind.BIAS, Duration.ofHours(3))));
    }

    FrameFailed failed(int second, Stage stage, int attempt, int of) {
        return new FrameFailed(
                identity().withAttempt(attempt),
                at(second),
                "task " + name,
                stage,
                FailureCategory.DAMAGED,
                "the digest of " + name + " is another",
                "see whether the disk is full",
                of,
                "worker-1");
    }

    FrameWaiting waiting(int second, int turn, boolean over) {
        return new FrameWaiting(
                identity(),
                at(second),
                Stage.REDUCTION,
                Awaited.MASTER,
                "flat of r",
                "3 of 5 transferred",
                at(10),
                turn,
                over);
    }

    static MasterId master(int version) {
        return MasterId.of(UNIT, MasterKind.BIAS, "bias-2026-11-19", version);
    }

    static MasterBuilt built(int second, int version) {
        return new MasterBuilt(
                master(version),
                UNIT,
                MasterKind.BIAS,
                "bias-2026-11-19",
                version,
                Optional.of(NIGHT),
                at(second),
                "build",
                1,
                configuration(),
                Optional.empty(),
                Optional.empty(),
                EVENING,
                List.of(
                        new MasterInput(bias("bias1.fits").frame(), 1, true),
                        new MasterInput(bias("bias2.fits").frame(), 1, false)),
                List.of(),
                List.of(new Product(
                        ProductKind.MASTER, new StoredFile(Area.ARCHIVE, "masters/" + version, 5760, DIGEST))),
                Map.of("mean", 1000.5),
                List.of("few inputs"),
                "calibrator-1",
                Duration.ofSeconds(2),
                List.of(check("framesAgree", CheckOutcome.FAILED, 0.2), check("biasQuiet", CheckOutcome.PASSED, 3)),
                Optional.of(true));
    }

    /** A version that is not good. */
    static MasterBuilt poor(int second, int version) {
        MasterBuilt good = built(second, version);
        return new MasterBuilt(
                good.master(),
                good.unit(),
                good.kind(),
                good.set(),
                version,
                good.night(),
                good.at(),
                good.task(),
                good.attempt(),
                good.configuration(),
                good.filter(),
                good.exposureTime(),
                good.middle(),
                good.inputs(),
                good.masters(),
                good.products(),
                good.quality(),
                good.flags(),
                good.worker(),
                good.took(),
                good.checks(),
                Optional.of(false));
    }

    static MasterFailed masterFailed(int second, int version, int attempt) {
        return new MasterFailed(
                master(version),
                UNIT,
                MasterKind.BIAS,
                "bias-2026-11-19",
                at(second),
                "build",
                FailureCategory.TOO_FEW_INPUTS,
                "2 of 5 inputs are left",
                "take more",
                attempt,
                2,
                "calibrator-1");
    }

    static MasterWaiting masterWaiting(int second, int version, boolean over) {
        return new MasterWaiting(
                master(version),
                UNIT,
                MasterKind.BIAS,
                "bias-2026-11-19",
                at(second),
                10,
                3,
                5,
                "3 of 10 transferred",
                over);
    }

    Request promote(int second, String reduction) {
        return new Request(
                "promote-" + second, UNIT, at(second), "observer", "it is better", new Promote(frame(), reduction));
    }

    static Request buildAgain(int second, int version) {
        return new Request(
                "build-" + second,
                UNIT,
                at(second),
                "operator",
                "it is lost",
                new BuildAgain(List.of(master(version))));
    }

    static RequestAnswered answered(int second, String request) {
        return new RequestAnswered(request, UNIT, at(second), true, "it will be done");
    }

    static UnitAlive alive(int second) {
        return new UnitAlive(
                UNIT,
                at(second),
                true,
                Optional.of(at(second)),
                Optional.empty(),
                Optional.of(NIGHT),
                42,
                1L << 40,
                1L << 41,
                0.25);
    }

    static Instant at(int second) {
        return EVENING.plusSeconds(second);
    }

    private FrameAnnounced announced(int second, Judgement judgement) {
        return new FrameAnnounced(identity(), at(second), name, 5760, at(second), judgement);
    }

    /** A reduction that was answered by what was made of an earlier revision. */
    FrameReduced reducedAs(int second, int earlier, String reduction) {
        FrameReduced made = reduced(second, reduction);
        return new FrameReduced(
                made.identity(),
                made.at(),
                made.task(),
                made.kind(),
                made.reduction(),
                made.recipe(),
                made.detectors(),
                made.masters(),
                made.products(),
                made.measurements(),
                made.flags(),
                made.worker(),
                made.took(),
                made.checks(),
                made.good(),
                made.placed(),
                Optional.of(earlier));
    }

    private FrameReduced reduced(int second, ReductionKind kind, String reduction, List<MasterUsed> masters) {
        return new FrameReduced(
                identity().withAttempt(1),
                at(second),
                "reduce " + name,
                kind,
                reduction,
                new RecipeUsed("imaging", "1", "print of " + reduction),
                List.of(
                        new DetectorOutcome("2", true, Optional.empty()),
                        new DetectorOutcome("3", false, Optional.of("its gain is not known")),
                        new DetectorOutcome("1", true, Optional.empty())),
                masters,
                List.of(
                        new Product(ProductKind.PREVIEW, stored(reduction + ".png")),
                        new Product(ProductKind.IMAGE, stored(reduction + ".fits"))),
                new Measurements(
                        Optional.of(1010.5),
                        Optional.of(0.001),
                        Optional.of(37L),
                        Optional.of(2.5),
                        Optional.empty(),
                        Optional.of(0.06),
                        Optional.of(-12.5),
                        Optional.of(12.25),
                        Optional.of(3.5),
                        Map.of("strehl", 0.5, "a=b", -1.5)),
                List.of("no astrometry"),
                "calibrator-1",
                Duration.ofMillis(800),
                List.of(
                        check("starsSeen", kind == ReductionKind.FULL ? CheckOutcome.PASSED : CheckOutcome.FAILED, 37),
                        check(kind == ReductionKind.FULL ? "skyPositive" : "notSaturated", CheckOutcome.PASSED, 12.25)),
                Optional.of(kind == ReductionKind.FULL),
                Optional.of(new PlacedOnSky("neighbour before.fits", Optional.of(new PointingShift(-12.5, 1500))))
                        .filter(place -> kind == ReductionKind.FULL),
                Optional.empty());
    }

    private static CheckResult check(String checked, CheckOutcome outcome, double value) {
        return new CheckResult(
                checked,
                outcome,
                Optional.of(value),
                Optional.of(5.0),
                Optional.empty(),
                "",
                CheckSeverity.ERROR,
                "It is so.",
                "");
    }

    private StoredFile stored(String key) {
        return new StoredFile(Area.ARCHIVE, "products/" + name + "/" + key, 2880, DIGEST);
    }

    private static TakenFile file() {
        return new TakenFile(DIGEST, DIGEST, List.of(DIGEST), List.of(URI.create("http://telescope:9000/files/a")));
    }

    private static FrameFacts facts() {
        return new FrameFacts(
                Optional.of("T11746"),
                Optional.of("r"),
                Optional.of(Duration.ofSeconds(100)),
                Optional.of(EVENING),
                configuration(),
                List.of(),
                List.of(),
                "imaging",
                List.of("START_OUT_OF_ORDER"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of("START_OUT_OF_ORDER", "it began 5 h 0 min before another of a lower number"),
                Optional.of("clear"),
                "7dt");
    }

    private static Configuration configuration() {
        return new Configuration(
                Optional.of("C3-61000"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("1x1"),
                Optional.of("2750"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(-10.0));
    }
}
