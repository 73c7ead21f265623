package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds what headers say of time against what else tells it: the times of the files, and the order of the running numbers. It
 * corrects nothing, and what tells nothing raises no alarm. One for each unit; it belongs to one thread.
 */
public final class UnitClock {
    /** A file that is older than its exposure by more was given its time by somebody. */
    private static final Duration FARTHEST = Duration.ofHours(26);

    private final Profile profile;
    private final Duration tolerance;
    private final WholeHours wholeHours = new WholeHours();
    private final NumberOrder order = new NumberOrder();
    private final List<Afterthought> afterthoughts = new ArrayList<>();

    public UnitClock(Profile profile) {
        this.profile = profile;
        this.tolerance = profile.clock().tolerance();
    }

    /** The judgement with all that the file's time and the other frames add to it. The path is below the unit's folder. */
    public Judged seen(String path, Judged judged, Instant modified) {
        if (judged instanceof Judged.Excluded excluded) {
            FrameDescription frame = excluded.frame();
            return new Judged.Excluded(excluded.rule(), frame.with(remarks(path, frame, modified)));
        }
        if (judged instanceof Judged.Described described) {
            FrameDescription frame = described.frame();
            return profile.clock().judge(frame.with(remarks(path, frame, modified)));
        }
        return judged;
    }

    /**
     * What a later frame showed of one that was seen before.
     *
     * @param path of the one before, below the unit's folder
     * @param flag what is odd about it
     * @param words how much
     */
    public record Afterthought(String path, Flag flag, String words) {
        public Afterthought {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(flag, "flag");
            Objects.requireNonNull(words, "words");
        }
    }

    /** What the frames that were seen since the last asking showed of earlier ones. */
    public List<Afterthought> afterthoughts() {
        List<Afterthought> since = List.copyOf(afterthoughts);
        afterthoughts.clear();
        return since;
    }

    /**
     * Takes what was said of a frame before, where it is known which number it has in its night.
     *
     * @param isDoubted whether its start was found out of order
     */
    public void learn(
            Optional<LocalDate> night, long number, String path, String exposure, Instant start, boolean isDoubted) {
        if (profile.numbering().runsThroughTheNight()) {
            nightOf(path, night)
                    .ifPresent(of -> order.learn(of, number, new NumberOrder.Seen(path, exposure, start), isDoubted));
        }
    }

    private Map<Flag, String> remarks(String path, FrameDescription frame, Instant modified) {
        Map<Flag, String> remarks = new EnumMap<>(Flag.class);
        Instant end = frame.start().plus(frame.exposure());
        writtenTooEarly(frame.start(), end, modified)
                .ifPresent(words -> remarks.put(Flag.WRITTEN_BEFORE_ITS_END, words));
        wholeHours
                .see(frame.start(), Duration.between(end, modified))
                .ifPresent(words -> remarks.put(Flag.CLOCK_WHOLE_HOURS_OFF, words));
        outOfOrder(path, frame).ifPresent(odd -> {
            remarks.put(odd.flag(), odd.words());
            odd.other().ifPresent(afterthoughts::add);
        });
        return remarks;
    }

    /** Some tools give a file the time at which its exposure began: that says nothing. */
    private Optional<String> writtenTooEarly(Instant start, Instant end, Instant modified) {
        Duration early = Duration.between(modified, end);
        boolean isOfStart = Duration.between(start, modified).abs().compareTo(Duration.ofSeconds(2)) < 0;
        if (isOfStart || early.compareTo(tolerance) <= 0 || early.compareTo(FARTHEST) > 0) {
            return Optional.empty();
        }
        return Optional.of("the file was last written " + Amount.withCause(early)
                + ", before its exposure ended by the header: the camera's clock is ahead of the disk's, or the exposure"
                + " was cut short");
    }

    private Optional<NumberOrder.Odd> outOfOrder(String path, FrameDescription frame) {
        if (!profile.numbering().runsThroughTheNight()) {
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        NumberOrder.Seen seen = new NumberOrder.Seen(path, frame.numbers().exposure(), frame.start());
        return nightOf(path, frame.night().date())
                .flatMap(night ->
                        profile.numberOf(name, frame).flatMap(number -> order.see(night, number.value(), seen)));
    }

    /** A clock that is hours off may tell another night; the folder does not. */
    private Optional<LocalDate> nightOf(String path, Optional<LocalDate> byHeader) {
        return profile.folderNight(path).date().or(() -> byHeader);
    }
}
