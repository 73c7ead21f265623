package dev.vigil.producer.judging;

import dev.vigil.instruments.Flag;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether two announcements say the same of a frame, whichever of its revisions they are of, and whatever other frames showed of it. */
final class Likeness {
    /** What tells of revisions, and what frames before and after it make of a frame. */
    private static final Set<String> PASSING = Set.of(
            Deciding.HEADER_EDITED,
            Deciding.PIXELS_CHANGED,
            Deciding.REUSED_NAME,
            Deciding.JUDGED_AGAIN,
            Flag.START_OUT_OF_ORDER.name(),
            Flag.NEIGHBOUR_OUT_OF_ORDER.name(),
            Flag.CLOCK_WHOLE_HOURS_OFF.name());

    private Likeness() {}

    static boolean isLike(FrameAnnounced one, FrameAnnounced other) {
        return identity(one).equals(identity(other))
                && bare(one.judgement()).equals(bare(other.judgement()))
                && (isOutOfOrder(one) || isOutOfOrder(other) || one.counted().equals(other.counted()));
    }

    private static FrameIdentity identity(FrameAnnounced said) {
        FrameIdentity of = said.identity();
        return new FrameIdentity(
                of.frame(), 1, of.unit(), of.night(), of.nightSource(), of.exposure(), of.type(), of.lastLevel(), 0);
    }

    /** Without where the bytes were offered, and how long the telescope was to keep them, which a present profile tells whoever asks. */
    private static Judgement bare(Judgement judgement) {
        if (judgement instanceof Taken taken) {
            return new Taken(bare(taken.file()), bare(taken.facts()));
        }
        return judgement instanceof Excluded excluded
                ? new Excluded(excluded.rule(), bare(excluded.file()), bare(excluded.facts()))
                : judgement;
    }

    private static TakenFile bare(TakenFile file) {
        List<Sha256> pixels = file.pixels();
        return new TakenFile(file.source(), file.content(), pixels, List.of(), file.elsewhere(), Optional.empty());
    }

    private static FrameFacts bare(FrameFacts facts) {
        Map<String, String> remarks = new TreeMap<>(facts.remarks());
        remarks.keySet().removeAll(PASSING);
        List<String> flags = facts.flags().stream()
                .filter(flag -> !PASSING.contains(flag))
                .sorted()
                .toList();
        return facts.with(flags, remarks).bare();
    }

    private static boolean isOutOfOrder(FrameAnnounced said) {
        return facts(said.judgement())
                .filter(facts -> facts.flags().contains(Flag.START_OUT_OF_ORDER.name()))
                .isPresent();
    }

    private static Optional<FrameFacts> facts(Judgement judgement) {
        if (judgement instanceof Taken taken) {
            return Optional.of(taken.facts());
        }
        return judgement instanceof Excluded excluded ? Optional.of(excluded.facts()) : Optional.empty();
    }
}
