package dev.vigil.producer.judging;

import dev.vigil.instruments.Flag;
import dev.vigil.instruments.UnitClock.Afterthought;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the latest announcements of numbered frames, to say one again when a later frame shows what is odd about it. */
public final class SaidAgain {
    private static final int KEPT = 200;

    private final List<FrameAnnounced> due = new ArrayList<>();
    private final Map<String, FrameAnnounced> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FrameAnnounced> eldest) {
            return size() > KEPT;
        }
    };

    public void take(FrameAnnounced announced) {
        boolean isWhole = announced.judgement() instanceof Taken || announced.judgement() instanceof Excluded;
        if (isWhole && !announced.counted().isEmpty()) {
            latest.put(announced.path(), announced);
        }
    }

    /** The same frame in a folder of a night, of which more is to be said; nothing if it was said long ago. */
    public void with(String path, Optional<LocalDate> folder, Afterthought thought, Instant now) {
        FrameAnnounced before = latest.get(path);
        if (before != null) {
            FrameAnnounced again = new FrameAnnounced(
                    before.identity(),
                    now,
                    before.path(),
                    before.size(),
                    before.modified(),
                    with(before.judgement(), thought),
                    counted(before, folder, thought));
            latest.put(path, again);
            due.add(again);
        }
    }

    /** What is to be said again now; once it is returned it counts as said. */
    public List<FrameAnnounced> due() {
        List<FrameAnnounced> all = List.copyOf(due);
        due.clear();
        return all;
    }

    private static List<Counted> counted(FrameAnnounced before, Optional<LocalDate> folder, Afterthought thought) {
        return thought.flag() == Flag.START_OUT_OF_ORDER
                ? Counting.outOfOrder(
                        before.counted(),
                        folder.filter(night -> !before.identity().night().equals(Optional.of(night))))
                : before.counted();
    }

    private static Judgement with(Judgement judgement, Afterthought thought) {
        if (judgement instanceof Taken taken) {
            return new Taken(taken.file(), with(taken.facts(), thought));
        }
        Excluded excluded = (Excluded) judgement;
        return new Excluded(excluded.rule(), excluded.file(), with(excluded.facts(), thought));
    }

    private static FrameFacts with(FrameFacts facts, Afterthought thought) {
        List<String> flags = new ArrayList<>(facts.flags());
        if (!flags.contains(thought.flag().name())) {
            flags.add(thought.flag().name());
        }
        Map<String, String> remarks = new TreeMap<>(facts.remarks());
        remarks.put(thought.flag().name(), thought.words());
        return facts.with(flags, remarks);
    }
}
