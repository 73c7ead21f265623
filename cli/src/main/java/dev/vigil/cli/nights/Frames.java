package dev.vigil.cli.nights;

import dev.vigil.cli.topics.LastWords;
import dev.vigil.cli.topics.ProgressValues;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the progress topic says of frames, of as many as are wanted. */
public final class Frames {
    private static final ProgressValues VALUES =
            new ProgressValues(Topics.PROGRESS_FRAMES, List.of("unit", "night", "frame"));

    private Frames() {}

    /** The last word on each frame that is wanted, by id; the others are not kept. What cannot be read is said, and passed by. */
    public static List<Frame> read(KafkaSettings settings, Predicate<Frame> wanted, PrintWriter err) {
        LastWords<Frame> frames = new LastWords<>(
                (key, value) -> Optional.of(new Frame(VALUES.read(key, value))).filter(wanted));
        frames.untilNow(settings, Topics.PROGRESS_FRAMES);
        frames.sayPassedBy(err);
        return frames.all();
    }
}
