package dev.vigil.schemas.topics;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.LookedInVain;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterEvent;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterWaiting;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every topic of Vigil. Other people's scripts rely on the names. */
public final class Topics {
    private static final Kept FOR_EVER = new Kept.ForEver();
    private static final Kept A_WEEK = new Kept.For(Duration.ofDays(7));

    public static final Topic<FrameAnnounced> FRAMES_ANNOUNCED =
            byUnit("frames.announced", FrameAnnounced.class, FOR_EVER);
    public static final Topic<FrameTransferred> FRAMES_TRANSFERRED =
            byUnit("frames.transferred", FrameTransferred.class, FOR_EVER);
    public static final Topic<FrameReduced> FRAMES_REDUCED = byUnit("frames.reduced", FrameReduced.class, FOR_EVER);
    public static final Topic<FrameRecorded> FRAMES_RECORDED = byUnit("frames.recorded", FrameRecorded.class, FOR_EVER);
    public static final Topic<FrameFailed> FRAMES_FAILED = byUnit("frames.failed", FrameFailed.class, FOR_EVER);
    public static final Topic<FrameWaiting> FRAMES_WAITING = byUnit("frames.waiting", FrameWaiting.class, FOR_EVER);

    /** Not among {@link #FRAME_NEWS}: what comes of a frame does not depend on what lies at the telescope. */
    public static final Topic<FrameReleased> FRAMES_RELEASED = byUnit("frames.released", FrameReleased.class, FOR_EVER);

    public static final Topic<MasterBuilt> MASTERS_BUILT = byUnit("masters.built", MasterBuilt.class, FOR_EVER);
    public static final Topic<MasterFailed> MASTERS_FAILED = byUnit("masters.failed", MasterFailed.class, FOR_EVER);
    public static final Topic<MasterWaiting> MASTERS_WAITING = byUnit("masters.waiting", MasterWaiting.class, FOR_EVER);

    public static final Topic<Request> REQUESTS = byUnit("requests", Request.class, FOR_EVER);
    public static final Topic<RequestAnswered> REQUESTS_ANSWERED =
            byUnit("requests.answered", RequestAnswered.class, FOR_EVER);
    public static final Topic<UnitAlive> UNITS_ALIVE = byUnit("units.alive", UnitAlive.class, A_WEEK);

    public static final Topic<TransferTask> WORK_TRANSFERS = freely("work.transfers", TransferTask.class);
    /** Answers of workers that found nothing new: for the scheduler alone, and worth no place for ever. */
    public static final Topic<LookedInVain> WORK_LOOKED = byUnit("work.looked", LookedInVain.class, A_WEEK);

    public static final Topic<ReductionTask> WORK_REDUCTIONS = freely("work.reductions", ReductionTask.class);

    /** JSON, so that Kafka's console tools print something that a person can read. */
    public static final Topic<String> PROGRESS_NIGHTS =
            byUnit("progress.nights", String.class, new Kept.LastOfEachKey());

    /** JSON, as {@link #PROGRESS_NIGHTS}. */
    public static final Topic<String> PROGRESS_FRAMES =
            byUnit("progress.frames", String.class, new Kept.LastOfEachKey());

    /** JSON, as {@link #PROGRESS_NIGHTS}: the exposures that are more files than one. */
    public static final Topic<String> PROGRESS_EXPOSURES =
            byUnit("progress.exposures", String.class, new Kept.LastOfEachKey());

    /** JSON, as {@link #PROGRESS_NIGHTS}: where disk, topics, ledger and archive do not agree now. */
    public static final Topic<String> AUDIT_DIFFERENCES =
            byUnit("audit.differences", String.class, new Kept.LastOfEachKey());

    /** JSON, as {@link #PROGRESS_NIGHTS}: what stands in the queues of units' desks now, and what holds it; keys are UNIT/transfers and UNIT/reductions. */
    public static final Topic<String> UNITS_QUEUES = byUnit("units.queues", String.class, new Kept.LastOfEachKey());

    /** The original bytes of records that could not be handled, with the cause in the headers. */
    public static final Topic<byte[]> DEAD_LETTERS =
            new Topic<>("dead.letters", byte[].class, Spread.FREELY, new Kept.For(Duration.ofDays(365)));

    /** All that is said of frames. */
    public static final List<Topic<? extends FrameEvent>> FRAME_NEWS = List.of(
            FRAMES_ANNOUNCED, FRAMES_TRANSFERRED, FRAMES_REDUCED, FRAMES_RECORDED, FRAMES_FAILED, FRAMES_WAITING);

    /** All that is said of masters. */
    public static final List<Topic<? extends MasterEvent>> MASTER_NEWS =
            List.of(MASTERS_BUILT, MASTERS_FAILED, MASTERS_WAITING);

    /** Every topic, in the order in which an exposure meets them. */
    public static final List<Topic<?>> ALL = List.of(
            FRAMES_ANNOUNCED,
            WORK_TRANSFERS,
            WORK_LOOKED,
            FRAMES_TRANSFERRED,
            WORK_REDUCTIONS,
            FRAMES_REDUCED,
            FRAMES_RECORDED,
            FRAMES_FAILED,
            FRAMES_WAITING,
            FRAMES_RELEASED,
            MASTERS_BUILT,
            MASTERS_FAILED,
            MASTERS_WAITING,
            REQUESTS,
            REQUESTS_ANSWERED,
            UNITS_ALIVE,
            UNITS_QUEUES,
            PROGRESS_NIGHTS,
            PROGRESS_FRAMES,
            PROGRESS_EXPOSURES,
            AUDIT_DIFFERENCES,
            DEAD_LETTERS);

    private static final Map<String, Topic<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));

    private Topics() {}

    /** The topic of this name. */
    public static Topic<?> named(String name) {
        Topic<?> topic = BY_NAME.get(name);
        if (topic == null) {
            throw new IllegalArgumentException("no topic is called " + name + "; there are "
                    + ALL.stream().map(Topic::name).collect(Collectors.joining(", ")));
        }
        return topic;
    }

    /** Whether the records of the topic are spread by unit. Topics that are not Vigil's are not. */
    public static boolean isByUnit(String name) {
        Topic<?> topic = BY_NAME.get(name);
        return topic != null && topic.spread() == Spread.BY_UNIT;
    }

    /** The topics whose values are Avro. */
    public static Stream<Topic<?>> inAvro() {
        return ALL.stream().filter(topic -> topic.type().isRecord());
    }

    private static <T> Topic<T> byUnit(String name, Class<T> type, Kept kept) {
        return new Topic<>(name, type, Spread.BY_UNIT, kept);
    }

    private static <T> Topic<T> freely(String name, Class<T> type) {
        return new Topic<>(name, type, Spread.FREELY, A_WEEK);
    }
}
