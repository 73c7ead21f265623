package dev.vigil.instruments;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile makes of a clock that cannot be right: a flag always, and where it says so the frame is excluded or refused.
 *
 * @param tolerance by how much a file may be older than the end of its exposure
 * @param excludes the flags that keep a frame from being reduced
 * @param refuses the flags that fail it
 */
record ClockRules(Duration tolerance, Set<Flag> excludes, Set<Flag> refuses) {
    /** What can be odd about a clock. */
    static final List<Flag> FLAGS = List.of(
            Flag.NAME_DISAGREES_ON_TIME,
            Flag.WRITTEN_BEFORE_ITS_END,
            Flag.CLOCK_WHOLE_HOURS_OFF,
            Flag.START_OUT_OF_ORDER);

    /** The rule under which frames are excluded. */
    private static final String RULE = "clock";

    ClockRules {
        Objects.requireNonNull(tolerance, "tolerance");
        excludes = Set.copyOf(excludes);
        refuses = Set.copyOf(refuses);
    }

    Judged judge(FrameDescription frame) {
        Optional<Flag> bad = firstOf(refuses, frame);
        if (bad.isPresent()) {
            return new Judged.Refused(
                    RefusalCategory.IMPOSSIBLE_VALUE,
                    frame.remarks().get(bad.get()),
                    "set the camera computer's clock, correct the start in the header and deliver the file again",
                    frame.numbers());
        }
        return firstOf(excludes, frame).isPresent() ? new Judged.Excluded(RULE, frame) : new Judged.Described(frame);
    }

    private static Optional<Flag> firstOf(Set<Flag> flags, FrameDescription frame) {
        return frame.flags().stream().filter(flags::contains).findFirst();
    }
}
