package dev.vigil.audit;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bias frame of one revision, and what the topics, the ledger and the telescope's disk say of it.
 *
 * @param number which of the night
 * @param revision the revision
 */
record Bias(int number, int revision) {
    static final String UNIT = "T1";
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 19);
    static final Instant EVENING = Instant.parse("2026-11-19T21:40:00Z");
    static final long SIZE = 2880;

    Bias(int number) {
        this(number, 1);
    }

    FrameId frame() {
        return new FrameId(path());
    }

    String path() {
        return UNIT + "/" + NIGHT + "/bias" + number + ".fits";
    }

    String key() {
        return "raw/" + UNIT + "/" + NIGHT + "/bias" + number + (revision > 1 ? "~r" + revision : "") + ".fits";
    }

    Sha256 digest() {
        return new Sha256(String.format("%064x", 1000L * revision + number));
    }

    FrameAnnounced announced() {
        return announced(frame(), EVENING);
    }

    /** The same name, used for another exposure. */
    FrameAnnounced announcedAgain(FrameId other) {
        return announced(other, EVENING.plusSeconds(60));
    }

    private FrameAnnounced announced(FrameId frame, Instant at) {
        TakenFile file =
                new TakenFile(digest(), digest(), List.of(), List.of(URI.create("http://far/files/" + path())));
        return new FrameAnnounced(identity(frame), at, path(), SIZE, EVENING, new Taken(file, facts()));
    }

    FrameAnnounced refused() {
        return new FrameAnnounced(
                identity(),
                EVENING,
                path(),
                SIZE,
                EVENING,
                new Refused(FailureCategory.NOT_FITS, "no FITS", "look at it"));
    }

    FrameReleased released() {
        return new FrameReleased(
                identity(),
                EVENING.plusSeconds(3),
                path(),
                SIZE,
                EVENING,
                digest(),
                key(),
                EVENING.plusSeconds(2),
                "r");
    }

    FrameTransferred transferred() {
        return new FrameTransferred(
                identity(), EVENING.plusSeconds(1), "transfer " + frame(), stored(), stored(), "w", Duration.ZERO);
    }

    FrameRecorded recorded() {
        return new FrameRecorded(identity(), EVENING.plusSeconds(2), Level.TRANSFERRED);
    }

    FrameFailed failed() {
        return failed(FailureCategory.DAMAGED);
    }

    FrameFailed closed() {
        return failed(FailureCategory.CLOSED);
    }

    private FrameFailed failed(FailureCategory category) {
        return new FrameFailed(identity(), EVENING, "task", Stage.TRANSFER, category, "broken", "look", 0, "w");
    }

    Holding holding() {
        return new Holding(new Owner.Frame(frame(), revision), stored(), EVENING.plusSeconds(1));
    }

    SourceFile onDisk() {
        return new SourceFile(path(), SIZE, EVENING);
    }

    /** No bias is looked at or reduced; that does not matter to those who compare files. */
    FrameReduced made(ReductionKind kind) {
        return made(kind, 1, Optional.empty());
    }

    /** The reduction of an earlier revision, which is this one's too. */
    FrameReduced madeAs(int earlier) {
        return made(ReductionKind.FULL, earlier, Optional.of(earlier));
    }

    /** A reduction of its very own. */
    FrameReduced madeByItself() {
        return made(ReductionKind.FULL, revision, Optional.empty());
    }

    private FrameReduced made(ReductionKind kind, int of, Optional<Integer> sameAs) {
        return new FrameReduced(
                identity(),
                EVENING.plusSeconds(2),
                "task",
                kind,
                "of " + kind + " " + of,
                new RecipeUsed("recipe", "1", "f"),
                List.of(),
                List.of(),
                List.of(new Product(ProductKind.PREVIEW, new Bias(number, of).product(kind))),
                Measurements.NONE,
                List.of(),
                "w",
                Duration.ZERO,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                sameAs);
    }

    StoredFile product(ReductionKind kind) {
        return new StoredFile(
                Area.ARCHIVE,
                "reduced/" + path() + "." + kind + (revision > 1 ? revision : "") + ".png",
                SIZE,
                digest());
    }

    private StoredFile stored() {
        return new StoredFile(Area.ARCHIVE, key(), SIZE, digest());
    }

    private FrameIdentity identity() {
        return identity(frame());
    }

    private FrameIdentity identity(FrameId frame) {
        return new FrameIdentity(
                frame,
                revision,
                UNIT,
                Optional.of(NIGHT),
                NightSource.HEADER,
                "bias" + number,
                FrameType.BIAS,
                Level.TRANSFERRED,
                0);
    }

    private static FrameFacts facts() {
        return new FrameFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                configuration(),
                List.of(),
                List.of(),
                "",
                List.of());
    }

    private static Configuration configuration() {
        return new Configuration(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static MasterBuilt master() {
        MasterId id = MasterId.of(UNIT, MasterKind.BIAS, NIGHT + "_0", 1);
        StoredFile file = new StoredFile(
                Area.ARCHIVE, "masters/" + UNIT + "/bias/" + NIGHT + "_0/v1/0.fits", SIZE, new Bias(9).digest());
        return new MasterBuilt(
                id,
                UNIT,
                MasterKind.BIAS,
                NIGHT + "_0",
                1,
                Optional.of(NIGHT),
                EVENING,
                "task",
                1,
                configuration(),
                Optional.empty(),
                Optional.empty(),
                EVENING,
                List.of(),
                List.of(),
                List.of(new Product(ProductKind.MASTER, file)),
                Map.of(),
                List.of(),
                "w",
                Duration.ZERO);
    }

    static MasterFailed masterFailed(Instant at) {
        MasterBuilt master = master();
        return new MasterFailed(
                master.master(),
                UNIT,
                master.kind(),
                master.set(),
                at,
                "task",
                FailureCategory.MASTER_FAILED,
                "no",
                "look",
                2,
                2,
                "w");
    }
}
