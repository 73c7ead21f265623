package dev.vigil.producer.judging;

import dev.vigil.instruments.Flag;
import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.FrameNumbers;
import dev.vigil.instruments.Numbering;
import dev.vigil.instruments.Profile;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Whole;
import java.time.LocalDate;
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
                .map(frame -> described(sighting, name, frame))
                .or(() -> numbers(verdict).map(numbers -> counted(profile.numbersOf(name, numbers).stream(), numbers)))
                .orElseGet(() -> profile.numberInName(name).map(Counting::running).stream()
                        .toList());
    }

    /**
     * The same numbers when a frame turns out to have begun out of their order. If its folder is of another night than its header, the header is
     * wrong, so the numbers are not missing there, and make no gap here.
     */
    static List<Counted> outOfOrder(List<Counted> counted, Optional<LocalDate> folder) {
        return folder.map(night -> counted.stream()
                        .filter(each -> each.night().isEmpty())
                        .flatMap(each -> Stream.of(each.perhaps(), each.perhapsIn(night)))
                        .toList())
                .orElse(counted);
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

    private static Optional<FrameNumbers> numbers(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused ? refused.numbers() : Optional.empty();
    }

    private List<Counted> described(Sighting sighting, String name, FrameDescription frame) {
        List<Counted> counted = counted(profile.numbersOf(name, frame).stream(), frame.numbers());
        boolean isOfItsFolder = frame.flags().containsAll(List.of(Flag.FOLDER_DISAGREES, Flag.START_OUT_OF_ORDER));
        return isOfItsFolder
                ? outOfOrder(counted, profile.folderNight(sighting.belowUnit()).date())
                : counted;
    }

    private List<Counted> counted(Stream<Numbering.Number> running, FrameNumbers numbers) {
        return Stream.concat(running.map(Counting::running), member(numbers).stream())
                .toList();
    }

    private static Counted running(Numbering.Number number) {
        return new Counted(number.series(), number.value(), Optional.empty(), number.doubtful());
    }

    private Optional<Counted> member(FrameNumbers numbers) {
        Numbering numbering = profile.numbering();
        return numbering
                .members()
                .map(all -> all.ofWhich(numbers.members()))
                .flatMap(members -> numbers.member()
                        .filter(number -> number >= 0)
                        .map(number -> new Counted(
                                numbers.exposure(),
                                number,
                                Optional.of(new Whole(members.first(), members.last(), numbering.quiet())))));
    }
}
