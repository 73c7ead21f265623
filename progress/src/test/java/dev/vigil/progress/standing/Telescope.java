package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells stories of one frame: every event that can be said of it, at a second of the night. */
public final class Telescope {
    public static final Instant DUSK = Instant.parse("2026-11-19T21:40:11Z");
    public static final LocalDate NIGHT = LocalDate.parse("2026-11-19");

    private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));

    private final FrameIdentity identity;

    private Telescope(FrameIdentity identity) {
        this.identity = identity;
    }

    public static Telescope science(String name) {
        return frame(name, FrameType.SCIENCE, Level.REDUCED);
    }

    public static Telescope frame(String name, FrameType type, Level lastLevel) {
        return new Telescope(new FrameIdentity(
                new FrameId("7DT05/2026-11-19/" + name),
                1,
                "7DT05",
                Optional.of(NIGHT),
                NightSource.HEADER,
                name,
                type,
                lastLevel,
                0));
    }

    public Telescope revision(int revision) {
        return with(identity.night(), revision, identity.attempt());
    }

    public Telescope night(Optional<LocalDate> night) {
        return with(night, identity.revision(), identity.attempt());
    }

    public Telescope attempt(int attempt) {
        return with(identity.night(), identity.revision(), attempt);
    }

    private Telescope with(Optional<LocalDate> night, int revision, int attempt) {
        return new Telescope(new FrameIdentity(
                identity.frame(),
                revision,
                identity.unit(),
                night,
                identity.nightSource(),
                identity.exposure(),
                identity.type(),
                identity.lastLevel(),
                attempt));
    }

    public static Instant at(int second) {
        return DUSK.plusSeconds(second);
    }

    public FrameAnnounced arriving(int second) {
        return announced(second, new Arriving("half of it is missing"));
    }

    public FrameAnnounced stalled(int second) {
        return announced(second, new Stalled("half of it is missing", at(0), ""));
    }

    public FrameAnnounced refused(int second) {
        return announced(
                second, new Refused(FailureCategory.NOT_FITS, "a.fits is a text file", "write it again as FITS"));
    }

    public FrameAnnounced taken(int second) {
        return announced(second, new Taken(file(), facts()));
    }

    public FrameAnnounced excluded(int second) {
        return announced(second, new Excluded("focus frames are not reduced", file(), facts()));
    }

    private FrameAnnounced announced(int second, Judgement judgement) {
        return new FrameAnnounced(identity, at(second), identity.frame().path(), 1, DUSK, judgement);
    }

    public FrameTransferred transferred(int second) {
        StoredFile file = new StoredFile(Area.ARCHIVE, "a.fits", 1, DIGEST);
        return new FrameTransferred(identity, at(second), "task", file, file, "worker", Duration.ofSeconds(1));
    }

    public FrameReduced reduced(int second) {
        return reduced(second, ReductionKind.FULL);
    }

    public FrameReduced quickLook(int second) {
        return reduced(second, ReductionKind.QUICK_LOOK);
    }

    private FrameReduced reduced(int second, ReductionKind kind) {
        return new FrameReduced(
                identity,
                at(second),
                "task",
                kind,
                "reduction",
                new RecipeUsed("imaging", "1", "f"),
                List.of(),
                List.of(),
                List.of(),
                Measurements.NONE,
                List.of(),
                "worker",
                Duration.ofSeconds(1));
    }

    public FrameRecorded recorded(int second) {
        return recorded(second, identity.lastLevel());
    }

    public FrameRecorded recorded(Instant at) {
        return new FrameRecorded(identity, at, identity.lastLevel());
    }

    public FrameRecorded recorded(int second, Level level) {
        return new FrameRecorded(identity, at(second), level);
    }

    public FrameFailed failed(int second, Stage stage, int of) {
        return new FrameFailed(
                identity,
                at(second),
                "task",
                stage,
                FailureCategory.GAIN_UNKNOWN,
                "the gain of a.fits is not known",
                "write EGAIN into the header",
                of,
                "worker");
    }

    public FrameWaiting waiting(int second, Stage stage, Awaited awaited, int turn, boolean over) {
        return new FrameWaiting(
                identity, at(second), stage, awaited, "master flat i", "3 of 5 are in", at(second), turn, over);
    }

    private static TakenFile file() {
        return new TakenFile(DIGEST, DIGEST, List.of(DIGEST), List.of());
    }

    private static FrameFacts facts() {
        Configuration configuration = new Configuration(
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
        return new FrameFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(DUSK),
                configuration,
                List.of(),
                List.of(),
                "imaging",
                List.of());
    }
}
