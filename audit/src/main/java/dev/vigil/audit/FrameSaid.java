package dev.vigil.audit;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ReductionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All that the topics say of one frame, as far as it concerns its files. */
final class FrameSaid {
    private final FrameId frame;
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    private int revision;
    private String reduction = "";
    private String night = Nights.UNKNOWN;
    private Sighted sighted;
    private final Set<Instant> sightings = new HashSet<>();
    private int recorded;
    private int failed;
    private int closed;
    private int elsewhere;
    private int released;
    private Instant last = Instant.MIN;

    FrameSaid(FrameId frame) {
        this.frame = Objects.requireNonNull(frame, "frame");
    }

    void hear(FrameEvent event) {
        FrameIdentity identity = event.identity();
        if (identity.revision() >= revision) {
            reduction = identity.revision() > revision ? "" : reduction;
            revision = identity.revision();
            night = identity.night().map(LocalDate::toString).orElse(night);
        }
        last = event.at().isAfter(last) ? event.at() : last;
        if (event instanceof FrameAnnounced announced) {
            Sighted now = Sighted.of(announced);
            sighted = sighted == null ? now : sighted.later(now);
            sightings.add(announced.at());
        } else if (event instanceof FrameTransferred transferred) {
            Area area = transferred.archived().area();
            elsewhere = area == Area.ELSEWHERE ? Math.max(elsewhere, identity.revision()) : elsewhere;
            hold(new Holding(new Owner.Frame(frame, identity.revision()), transferred.archived(), event.at()));
        } else if (event instanceof FrameReduced reduced) {
            hear(reduced);
        } else if (event instanceof FrameRecorded) {
            recorded = Math.max(recorded, identity.revision());
        } else if (event instanceof FrameReleased) {
            released = Math.max(released, identity.revision());
        } else if (event instanceof FrameFailed failure && failure.isFinal()) {
            failed = Math.max(failed, identity.revision());
            boolean isClosed = failure.category() == FailureCategory.CLOSED;
            closed = isClosed ? Math.max(closed, identity.revision()) : closed;
        }
    }

    private void hear(FrameReduced event) {
        int of = event.identity().revision();
        if (event.kind() == ReductionKind.FULL && of == revision) {
            reduction = event.reduction();
        }
        Owner owner = event.kind() == ReductionKind.QUICK_LOOK
                ? new Owner.QuickLook(frame, of)
                : new Owner.Reduction(frame, event.sameAs().orElse(of), event.reduction());
        for (Product product : event.products()) {
            hold(new Holding(owner, product.file(), event.at()));
        }
    }

    /** The same file may be spoken of again; what was said first stays. */
    private void hold(Holding holding) {
        if (holding.isToStay()) {
            holdings.putIfAbsent(holding.file().key() + " " + holding.file().digest(), holding);
        }
    }

    FrameId frame() {
        return frame;
    }

    int revision() {
        return revision;
    }

    String night() {
        return night;
    }

    /** The last reduction of its newest revision, which may share its files with an older one; empty when there is none. */
    String reduction() {
        return reduction;
    }

    Optional<Sighted> sighted() {
        return Optional.ofNullable(sighted);
    }

    /** How often it was announced; what was sent again counts once. */
    int sightings() {
        return sightings.size();
    }

    List<Holding> holdings() {
        return List.copyOf(holdings.values());
    }

    /** Whether the topics say that its newest revision is recorded. */
    boolean isRecorded() {
        return revision > 0 && recorded == revision;
    }

    /** Whether its newest revision has failed for good somewhere. */
    boolean hasFailed() {
        return revision > 0 && failed == revision;
    }

    /** Whether a person wrote its newest revision off. */
    boolean isClosed() {
        return revision > 0 && closed == revision;
    }

    /** Whether its newest revision was deleted at the telescope because the archive had it. */
    boolean isReleased() {
        return revision > 0 && released == revision;
    }

    /** Whether its newest revision is in the archive, as the topics say. */
    boolean isTransferred() {
        return isElsewhere()
                || holdings.values().stream()
                        .anyMatch(holding -> holding.owner() instanceof Owner.Frame raw && raw.revision() == revision);
    }

    /** Whether other software has its newest revision. */
    boolean isElsewhere() {
        return elsewhere == revision && elsewhere > 0;
    }

    /** When something was last said of it. */
    Instant last() {
        return last;
    }
}
