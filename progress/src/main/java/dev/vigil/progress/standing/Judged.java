package dev.vigil.progress.standing;

import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What the producer makes of the file, in short.
 *
 * @param verdict the kind of judgement
 * @param reason why
 * @param remedy what a person can do about it; empty where nothing is to be done
 * @param since since when it is so
 * @param at when it was judged
 * @param counted the numbers that the file has in series of its night
 */
public record Judged(Verdict verdict, String reason, String remedy, Instant since, Instant at, List<Counted> counted) {
    /** A file that was once complete stays so: other content is another revision. */
    static final Comparator<Judged> NEWNESS = Comparator.<Judged, Boolean>comparing(
                    judged -> judged.verdict.isComplete())
            .thenComparing(Judged::at)
            .thenComparing(Judged::verdict);

    /** The kinds of judgement. */
    public enum Verdict {
        ARRIVING,
        STALLED,
        REFUSED,
        TAKEN,
        EXCLUDED;

        boolean isComplete() {
            return this == TAKEN || this == EXCLUDED;
        }
    }

    public Judged {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
        counted = List.copyOf(counted);
    }

    static Judged of(FrameAnnounced announced) {
        Judgement judgement = announced.judgement();
        Instant at = announced.at();
        List<Counted> counted = announced.counted();
        if (judgement instanceof Arriving arriving) {
            return new Judged(Verdict.ARRIVING, arriving.why(), "", at, at, counted);
        }
        if (judgement instanceof Stalled stalled) {
            return new Judged(Verdict.STALLED, stalled.why(), stalled.remedy(), stalled.since(), at, counted);
        }
        if (judgement instanceof Refused refused) {
            return new Judged(Verdict.REFUSED, refused.reason(), refused.remedy(), at, at, counted);
        }
        if (judgement instanceof Excluded excluded) {
            return new Judged(Verdict.EXCLUDED, excluded.rule(), "", at, at, counted);
        }
        return new Judged(Verdict.TAKEN, "", "", at, at, counted);
    }
}
