package dev.vigil.progress.standing;

import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a frame belongs, as far as is known.
 *
 * @param unit the unit that wrote it
 * @param night its night, when known
 * @param type what it is for
 * @param lastLevel how far it has to go
 * @param sure whether the file was complete when this was said; before that a header may be missing
 * @param at when this was said
 */
public record Belonging(
        String unit, Optional<LocalDate> night, FrameType type, Level lastLevel, boolean sure, Instant at) {
    static final Comparator<Belonging> NEWNESS =
            Comparator.comparing(Belonging::sure).thenComparing(Belonging::at);

    public Belonging {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(lastLevel, "lastLevel");
        Objects.requireNonNull(at, "at");
    }

    static Belonging of(FrameIdentity identity, boolean sure, Instant at) {
        return new Belonging(identity.unit(), identity.night(), identity.type(), identity.lastLevel(), sure, at);
    }

    /** The night that the frame is counted in. */
    public NightKey nightKey() {
        return new NightKey(unit, night);
    }
}
