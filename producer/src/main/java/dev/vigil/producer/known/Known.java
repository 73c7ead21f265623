package dev.vigil.producer.known;

import dev.vigil.producer.disk.Micros;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What was last announced of a path: enough to know it again, and no more, because there are many. */
public record Known(FrameId frame, int revision, long size, Instant modified, Standing standing) {
    public Known {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(standing, "standing");
    }

    /** How the announcement left the frame. */
    public sealed interface Standing {
        /** Whether more must be said of this revision. */
        public boolean isOpen();
    }

    public record IsArriving() implements Standing {
        @Override
        public boolean isOpen() {
            return true;
        }
    }

    public record IsStalled() implements Standing {
        @Override
        public boolean isOpen() {
            return true;
        }
    }

    /** Taken or excluded: its bytes are known. */
    public record IsTaken(String source, String pixels, Optional<Instant> start) implements Standing {
        public IsTaken {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(pixels, "pixels");
            start = start.map(time -> Micros.time(Micros.of(time)));
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    public record IsRefused(FailureCategory category, String reason) implements Standing {
        @Override
        public boolean isOpen() {
            return false;
        }
    }

    public static Known of(FrameAnnounced announced) {
        return new Known(
                here(announced.path(), announced.identity().frame().use()),
                announced.identity().revision(),
                announced.size(),
                announced.modified(),
                standing(announced.judgement()));
    }

    /** Announcements name the unit, which may be another name than that of its folder; here a frame is known by its path. */
    private static FrameId here(String path, int use) {
        FrameId first = FrameId.ofPath(path);
        return use == 1 ? first : new FrameId(first.value() + "~" + use);
    }

    public boolean isOpen() {
        return standing.isOpen();
    }

    /** Whether the last word is that it is gone. */
    public boolean isVanished() {
        return standing instanceof IsRefused refused && refused.category() == FailureCategory.VANISHED;
    }

    /** Whether the last word was said of exactly this file. */
    public boolean settles(Sighting sighting) {
        return !isOpen() && !isVanished() && size == sighting.size() && modified.equals(sighting.modified());
    }

    /** The file as it stood when this was said. */
    public Sighting sighting() {
        return new Sighting(frame.path(), Sighting.Kind.FILE, size, modified, Optional.empty());
    }

    /** The same word, of a file that was touched and not changed. */
    public Known seenAs(Sighting sighting) {
        return new Known(frame, revision, sighting.size(), sighting.modified(), standing);
    }

    /** Whether this is what was said of a frame in the other word. */
    public boolean isTheSameWord(Known other) {
        return frame.equals(other.frame) && revision == other.revision;
    }

    /** Whether this was said after the other, of the same path. */
    public boolean isNewerThan(Known other) {
        return frame.use() != other.frame.use() ? frame.use() > other.frame.use() : revision >= other.revision;
    }

    private static Standing standing(Judgement judgement) {
        if (judgement instanceof Taken taken) {
            return taken(taken.file(), taken.facts());
        }
        if (judgement instanceof Excluded excluded) {
            return taken(excluded.file(), excluded.facts());
        }
        if (judgement instanceof Refused refused) {
            return new IsRefused(refused.category(), refused.reason());
        }
        if (judgement instanceof Stalled) {
            return new IsStalled();
        }
        if (judgement instanceof Arriving) {
            return new IsArriving();
        }
        throw new IllegalArgumentException("a judgement that nobody knows: " + judgement);
    }

    private static Standing taken(TakenFile file, FrameFacts facts) {
        return new IsTaken(file.source().value(), PixelSum.of(file.pixels()), facts.start());
    }
}
