package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Level;
import java.time.Duration;
import java.util.Optional;

/** A part of a frame's way that is timed. */
public enum Leg {
    /** Until the file was complete and judged. */
    SEEN_TO_ANNOUNCED("seenToAnnounced", Milestone.SEEN, Milestone.ANNOUNCED),
    ANNOUNCED_TO_TRANSFERRED("announcedToTransferred", Milestone.ANNOUNCED, Milestone.TRANSFERRED),
    TRANSFERRED_TO_REDUCED("transferredToReduced", Milestone.TRANSFERRED, Milestone.REDUCED),
    /** Until other software had taken its whole copy in. */
    TRANSFERRED_TO_INGESTED("transferredToIngested", Milestone.TRANSFERRED, Milestone.RECORDED) {
        @Override
        Optional<Duration> of(Standing standing) {
            return standing.belonging().lastLevel() == Level.INGESTED ? super.of(standing) : Optional.empty();
        }

        @Override
        public boolean isOfEveryNight() {
            return false;
        }
    },
    /** The whole way. */
    SEEN_TO_RECORDED("seenToRecorded", Milestone.SEEN, Milestone.RECORDED);

    private final String word;
    private final Milestone from;
    private final Milestone to;

    Leg(String word, Milestone from, Milestone to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    /** Its name for people and programs. */
    public String word() {
        return word;
    }

    /** Whether a night without such frames is told of it all the same. */
    public boolean isOfEveryNight() {
        return true;
    }

    /** How long a frame took, if it has come that far. */
    Optional<Duration> of(Standing standing) {
        return standing.at(from)
                .flatMap(begin -> standing.at(to).map(end -> Duration.between(begin.first(), end.first())));
    }
}
