package dev.vigil.scheduler;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.scheduler.decision.Decision;
import dev.vigil.scheduler.decision.Scheduler;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads a record as what its topic carries, and tells the scheduler. */
final class Reader {
    private final WireFormat format;
    private final Map<String, Reading<?>> readings = new HashMap<>();

    Reader(WireFormat format, Scheduler scheduler) {
        this.format = format;
        add(Topics.FRAMES_ANNOUNCED, scheduler::on);
        add(Topics.FRAMES_TRANSFERRED, scheduler::on);
        add(Topics.FRAMES_REDUCED, scheduler::on);
        add(Topics.FRAMES_RECORDED, scheduler::on);
        add(Topics.FRAMES_FAILED, scheduler::on);
        add(Topics.FRAMES_WAITING, scheduler::on);
        add(Topics.WORK_LOOKED, scheduler::on);
        add(Topics.MASTERS_BUILT, scheduler::on);
        add(Topics.MASTERS_FAILED, scheduler::on);
        add(Topics.REQUESTS, scheduler::on);
        add(Topics.UNITS_ALIVE, scheduler::on);
    }

    private record Reading<T>(Topic<T> topic, BiFunction<T, Instant, List<Decision<?>>> telling) {}

    private <T> void add(Topic<T> topic, BiFunction<T, Instant, List<Decision<?>>> telling) {
        readings.put(topic.name(), new Reading<>(topic, telling));
    }

    List<Decision<?>> read(String topic, byte[] value, Instant now) throws UndecodableException, InterruptedException {
        return read(readings.get(topic), value, now);
    }

    private <T> List<Decision<?>> read(Reading<T> reading, byte[] value, Instant now)
            throws UndecodableException, InterruptedException {
        return reading.telling().apply(format.decode(reading.topic(), value), now);
    }
}
