package dev.vigil.producer.judging;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.Numbering;
import dev.vigil.instruments.Profile;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Whole;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which numbers a file has by its profile, so that a number that never comes is noticed. */
public final class Counting {
    private final Profile profile;

    public Counting(Profile profile) {
        this.profile = Objects.requireNonNull(profile, "profile");
    }

    /** Whatever is made of the file, its number was used; where no header tells it, by the name. */
    public List<Counted> of(Sighting sighting, Verdict verdict) {
        String name = sighting.path().substring(sighting.path().lastIndexOf('/') + 1);
        if (verdict instanceof Verdict.Beside) {
            return List.of();
        }
        return frame(verdict)
                .map(frame -> described(name, frame))
                .orElseGet(() -> profile.numberInName(name).map(Counting::running).stream()
                        .toList());
    }

    private static Optional<FrameDescription> frame(Verdict verdict) {
        if (verdict instanceof Verdict.Taken taken) {
            return Optional.of(taken.frame());
        }
        if (verdict instanceof Verdict.Excluded excluded) {
            return Optional.of(excluded.frame());
        }
        if (verdict instanceof Verdict.Stalled stalled) {
            return stalled.begun();
        }
        return verdict instanceof Verdict.Arriving arriving ? arriving.begun() : Optional.empty();
    }

    private List<Counted> described(String name, FrameDescription frame) {
        return Stream.concat(profile.numbersOf(name, frame).stream().map(Counting::running), member(frame).stream())
                .toList();
    }

    private static Counted running(Numbering.Number number) {
        return new Counted(number.series(), number.value(), Optional.empty(), number.doubtful());
    }

    private Optional<Counted> member(FrameDescription frame) {
        Numbering numbering = profile.numbering();
        return numbering
                .members()
                .map(all -> all.ofWhich(frame.members()))
                .flatMap(members -> frame.member()
                        .filter(number -> number >= 0)
                        .map(number -> new Counted(
                                frame.exposureId(),
                                number,
                                Optional.of(new Whole(members.first(), members.last(), numbering.quiet())))));
    }
}
