package dev.vigil.producer.judging;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.RefusalCategory;
import dev.vigil.producer.disk.Micros;
import dev.vigil.producer.judging.Decision.Say;
import dev.vigil.producer.judging.Verdict.Bytes;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.known.PixelSum;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is to be said of a path: from what was said before, what reading it showed, and how long it has been so.
 * The last word on a revision is said once; what changes after it is the next revision, or another frame.
 */
public final class Deciding {
    public static final String REUSED_NAME = "REUSED_NAME";
    public static final String HEADER_EDITED = "HEADER_EDITED";
    static final String PIXELS_CHANGED = "PIXELS_CHANGED";
    static final String JUDGED_AGAIN = "JUDGED_AGAIN";

    private Deciding() {}

    public static Decision decide(
            String path, Optional<Known> known, Examination found, Waited waited, Patience patience) {
        if (found instanceof Examination.Whole whole) {
            return isRipe(whole, waited, patience) ? whole(path, known, whole) : Decision.WAIT;
        }
        if (found instanceof Examination.Lacking lacking) {
            return open(path, known, lacking, waited, patience);
        }
        if (found instanceof Examination.Unreadable unreadable) {
            Examination.Lacking lacking =
                    new Examination.Lacking(unreadable.why(), unreadable.remedy(), Optional.empty());
            return open(path, known, lacking, waited, patience);
        }
        if (found instanceof Examination.NotFits notFits) {
            return waited.unchangedFor(patience.quiet()) ? refused(path, known, notFits(notFits)) : Decision.WAIT;
        }
        if (found instanceof Examination.Beside beside) {
            return waited.unchangedFor(patience.besideQuiet()) ? beside(path, known, beside) : Decision.WAIT;
        }
        return refused(path, known, notAFile((Examination.NotAFile) found));
    }

    /** A file that was seen and is gone: an open frame ends with it, and one never spoken of is spoken of. */
    static Decision vanished(String path, Optional<Known> known) {
        if (known.isPresent() && !known.get().isOpen()) {
            return Decision.SETTLED;
        }
        return refused(
                path,
                known,
                new Verdict.Refused(
                        FailureCategory.VANISHED,
                        "the file was seen and is gone",
                        "put it back under the same name; if it was removed on purpose, nothing is to be done"));
    }

    private static boolean isRipe(Examination.Whole whole, Waited waited, Patience patience) {
        return whole.proven() || waited.unchangedFor(patience.quiet());
    }

    /** What is said of a file by whoever knows nothing better than to judge it once more, be it the same or not. */
    static Decision again(String path, Known before, Examination found) {
        if (found instanceof Examination.Whole whole) {
            return flagged(judged(path, Optional.of(before), whole));
        }
        if (found instanceof Examination.Beside beside) {
            return bytes(path, Optional.of(before), beside);
        }
        return Decision.WAIT;
    }

    private static Decision flagged(Decision decision) {
        if (!(decision instanceof Say say)) {
            return decision;
        }
        List<String> flags = new ArrayList<>(say.flags());
        flags.add(JUDGED_AGAIN);
        return new Say(say.frame(), say.revision(), say.verdict(), flags);
    }

    private static Decision whole(String path, Optional<Known> known, Examination.Whole whole) {
        return isKnown(known, whole.source().value()) ? Decision.SETTLED : judged(path, known, whole);
    }

    private static Decision judged(String path, Optional<Known> known, Examination.Whole whole) {
        Bytes bytes = new Bytes(whole.source(), whole.content(), whole.pixels());
        if (whole.judged() instanceof Judged.Refused refused) {
            return refused(path, known, verdict(refused));
        }
        if (whole.judged() instanceof Judged.Excluded excluded) {
            FrameDescription frame = excluded.frame();
            return taken(path, known, whole, frame, new Verdict.Excluded(excluded.rule(), bytes, frame));
        }
        FrameDescription frame = ((Judged.Described) whole.judged()).frame();
        return taken(path, known, whole, frame, new Verdict.Taken(bytes, frame));
    }

    private static Decision taken(
            String path, Optional<Known> known, Examination.Whole whole, FrameDescription frame, Verdict verdict) {
        List<String> flags = new ArrayList<>(whole.flags());
        frame.flags().forEach(flag -> flags.add(flag.name()));
        Optional<Known.IsTaken> before = before(known);
        if (before.isEmpty()) {
            return next(path, known, verdict, flags);
        }
        boolean samePixels = before.get().pixels().equals(PixelSum.of(whole.pixels()));
        if (!samePixels && isOtherStart(before.get(), frame.start())) {
            flags.add(REUSED_NAME);
            return new Say(known.orElseThrow().frame().reused(), 1, verdict, flags);
        }
        if (!isKnown(known, whole.source().value())) {
            flags.add(samePixels ? HEADER_EDITED : PIXELS_CHANGED);
        }
        return next(path, known, verdict, flags);
    }

    private static Decision beside(String path, Optional<Known> known, Examination.Beside beside) {
        return isKnown(known, beside.source().value()) ? Decision.SETTLED : bytes(path, known, beside);
    }

    private static Decision bytes(String path, Optional<Known> known, Examination.Beside beside) {
        Bytes bytes = new Bytes(beside.source(), beside.source(), List.of());
        return next(path, known, new Verdict.Beside(bytes), List.of());
    }

    /** A file that replaces one whose fate is known is spoken of when it is complete, or when it hangs; one that is back, like a new one. */
    private static Decision open(
            String path, Optional<Known> known, Examination.Lacking lacking, Waited waited, Patience patience) {
        boolean saidArriving =
                known.filter(k -> k.standing() instanceof Known.IsArriving).isPresent();
        boolean saidStalled =
                known.filter(k -> k.standing() instanceof Known.IsStalled).isPresent();
        if (waited.unchangedFor(patience.stalled())) {
            return saidStalled
                    ? Decision.WAIT
                    : next(
                            path,
                            known,
                            new Verdict.Stalled(lacking.why(), waited.lastChanged(), lacking.remedy(), lacking.begun()),
                            List.of());
        }
        boolean movesAgain = saidStalled && waited.lastChanged().isAfter(waited.firstSeen());
        boolean isNew = known.filter(before -> !before.isVanished()).isEmpty() && waited.thereFor(patience.arriving());
        return !saidArriving && (movesAgain || isNew)
                ? next(path, known, new Verdict.Arriving(lacking.why(), lacking.begun()), List.of())
                : Decision.WAIT;
    }

    private static Decision refused(String path, Optional<Known> known, Verdict.Refused verdict) {
        boolean saidBefore = known.filter(k -> k.standing() instanceof Known.IsRefused before
                        && before.category() == verdict.category()
                        && before.reason().equals(named(path, verdict.reason())))
                .isPresent();
        return saidBefore
                ? Decision.SETTLED
                : next(path, known, verdict.because(named(path, verdict.reason())), List.of());
    }

    private static Decision next(String path, Optional<Known> known, Verdict verdict, List<String> flags) {
        if (known.isEmpty()) {
            return new Say(FrameId.ofPath(path), 1, verdict, flags);
        }
        Known before = known.get();
        return new Say(before.frame(), before.revision() + (before.isOpen() ? 0 : 1), verdict, flags);
    }

    private static boolean isKnown(Optional<Known> known, String source) {
        return before(known).filter(taken -> taken.source().equals(source)).isPresent();
    }

    private static Optional<Known.IsTaken> before(Optional<Known> known) {
        return known.map(Known::standing)
                .filter(Known.IsTaken.class::isInstance)
                .map(Known.IsTaken.class::cast);
    }

    private static boolean isOtherStart(Known.IsTaken before, Instant start) {
        return before.start()
                .filter(earlier -> Micros.of(earlier) != Micros.of(start))
                .isPresent();
    }

    static String named(String path, String reason) {
        return path + ": " + reason;
    }

    private static Verdict.Refused notFits(Examination.NotFits found) {
        return new Verdict.Refused(
                FailureCategory.NOT_FITS,
                found.why(),
                "look what program wrote it; deliver a FITS file under this name, or move this one away");
    }

    private static Verdict.Refused notAFile(Examination.NotAFile found) {
        return new Verdict.Refused(
                FailureCategory.NOT_A_FILE, found.why(), "move it out of the incoming folder, or rename it");
    }

    static Verdict.Refused verdict(Judged.Refused refused) {
        return new Verdict.Refused(
                category(refused.category()), refused.reason(), refused.remedy(), Optional.of(refused.numbers()));
    }

    private static FailureCategory category(RefusalCategory category) {
        return switch (category) {
            case MISSING_KEYWORD -> FailureCategory.MISSING_KEYWORD;
            case UNREADABLE_VALUE, IMPOSSIBLE_VALUE -> FailureCategory.IMPOSSIBLE_VALUE;
            case UNKNOWN_TYPE -> FailureCategory.UNKNOWN_TYPE;
            case NO_IMAGE -> FailureCategory.OTHER;
        };
    }
}
