package dev.vigil.producer.release;

import dev.vigil.producer.known.Known;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.KeptWithLoss;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What speaks against deleting a file, before its disk is asked: it reads no file and asks no clock.
 *
 * @param after how old the unit's files have to be; zero: none is ever deleted
 * @param kept how long the unit's profile keeps files of this type at least
 */
record ReleaseRule(Duration after, Optional<Duration> kept) {
    /** Older news of the archive is no evidence of what it holds now. */
    static final Duration FRESH = Duration.ofDays(1);

    /** Clocks of two machines do not agree to the second. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** What names in the archive have in them where something was lost. */
    ReleaseRule {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(kept, "kept");
    }

    /** One of files that are kept no longer than the settings say. */
    ReleaseRule(Duration after) {
        this(after, Optional.empty());
    }

    Optional<String> objection(FileToRelease asked, Optional<Known> known, Instant now) {
        if (after.isZero()) {
            return Optional.of("the producer may not delete files of this unit: producer.release-after is not set for"
                    + " it, or other software moves them (monitor.copies)");
        }
        if (asked.archived().contains(KeptWithLoss.MARK)) {
            return Optional.of("the archive has it with loss, so this is the only exact copy");
        }
        return known.isEmpty()
                ? Optional.of("it was never announced from here")
                : standing(asked, known.get()).or(() -> evidence(asked, known.get(), now));
    }

    private static Optional<String> standing(FileToRelease asked, Known known) {
        if (!(known.standing() instanceof Known.IsTaken taken)) {
            return Optional.of("the last word on it was not that it is complete and taken");
        }
        if (!belowUnit(known.frame()).equals(belowUnit(asked.identity().frame()))
                || known.revision() != asked.identity().revision()) {
            return Optional.of("the file that lies there is " + known.frame() + " revision " + known.revision());
        }
        return taken.source().equals(asked.source().value()) && known.size() == asked.size()
                ? Optional.empty()
                : Optional.of("it was announced with other bytes than the archive has");
    }

    /** The unit's folder may have another name than the unit. */
    private static String belowUnit(FrameId frame) {
        return frame.value().substring(frame.value().indexOf('/'));
    }

    private Optional<String> evidence(FileToRelease asked, Known known, Instant now) {
        if (asked.verified().isBefore(asked.archivedAt())
                || asked.verified().isBefore(now.minus(FRESH))
                || asked.verified().isAfter(now.plus(CLOCKS))) {
            return Optional.of("the archive's copy was last read at " + asked.verified() + ", which is no evidence now;"
                    + " ask again");
        }
        Instant since = known.modified().isAfter(asked.archivedAt()) ? known.modified() : asked.archivedAt();
        return young(since, after, "producer.release-after", now)
                .or(() -> kept.flatMap(time -> young(since, time, "retention in its profile", now)));
    }

    private static Optional<String> young(Instant since, Duration time, String where, Instant now) {
        return since.plus(time).isAfter(now)
                ? Optional.of("it has not been there and in the archive for " + days(time) + " (" + where + ")")
                : Optional.empty();
    }

    private static String days(Duration time) {
        return time.toDays() > 0 ? time.toDays() + " days" : time.toMinutes() + " minutes";
    }
}
