package dev.vigil.audit;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the topics say about files that a telescope may no longer need. News may come twice and in any order. */
final class ReleaseNews {
    private final Map<String, OnDisk> disk = new TreeMap<>();
    private final Map<String, FrameTransferred> archived = new HashMap<>();
    private final Set<String> released = new HashSet<>();

    /** What was last announced of a path. */
    private record OnDisk(FrameIdentity identity, Instant at, long size, Optional<TakenFile> file) {
        static OnDisk of(FrameAnnounced event) {
            return new OnDisk(event.identity(), event.at(), event.size(), file(event.judgement()));
        }

        private static Optional<TakenFile> file(Judgement judgement) {
            if (judgement instanceof Taken taken) {
                return Optional.of(taken.file());
            }
            return judgement instanceof Excluded excluded ? Optional.of(excluded.file()) : Optional.empty();
        }

        Optional<Sha256> source() {
            return file.map(TakenFile::source);
        }

        Duration kept() {
            return file.flatMap(TakenFile::kept).orElse(Duration.ZERO);
        }

        /** The later of two: a name that is used again is another frame. */
        OnDisk later(OnDisk other) {
            int use = Integer.compare(
                    other.identity.frame().use(), identity.frame().use());
            int revision = Integer.compare(other.identity.revision(), identity.revision());
            boolean isLater = use > 0 || use == 0 && (revision > 0 || revision == 0 && !other.at.isBefore(at));
            return isLater ? other : this;
        }
    }

    void hear(FrameAnnounced event) {
        disk.merge(event.path(), OnDisk.of(event), OnDisk::later);
    }

    /** Of what is kept with loss the telescope's file is the only exact copy. */
    void hear(FrameTransferred event) {
        if (event.archived().area() == Area.ARCHIVE && event.loss().isEmpty()) {
            archived.merge(
                    name(event.identity()), event, (one, other) -> other.at().isBefore(one.at()) ? other : one);
        }
    }

    void hear(FrameReleased event) {
        released.add(name(event.identity()));
    }

    private static String name(FrameIdentity identity) {
        return identity.frame() + " " + identity.revision();
    }

    /** What lies on the disks as it was last announced, and is said to be in the archive with the same bytes. */
    List<Candidate> candidates() {
        return disk.values().stream().flatMap(file -> candidate(file).stream()).toList();
    }

    private Optional<Candidate> candidate(OnDisk file) {
        String name = name(file.identity());
        return Optional.ofNullable(archived.get(name))
                .filter(event -> !released.contains(name))
                .filter(event ->
                        file.source().filter(event.archived().digest()::equals).isPresent())
                .filter(event -> event.archived().size() == file.size())
                .map(event -> new Candidate(file.identity(), event.archived(), event.at(), file.kept()));
    }
}
