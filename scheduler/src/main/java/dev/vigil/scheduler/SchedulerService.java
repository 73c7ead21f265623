package dev.vigil.scheduler;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** The scheduler, running. */
public final class SchedulerService implements AutoCloseable {
    private final Front front;
    private final KafkaStreams streams;
    private final Parts parts;

    private SchedulerService(Front front, KafkaStreams streams, Parts parts) {
        this.front = front;
        this.streams = streams;
        this.parts = parts;
    }

    /** Makes and checks the topics, and starts to read them. */
    public static SchedulerService start(SchedulerSettings settings, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> start(settings, stop, parts));
    }

    private static SchedulerService start(SchedulerSettings settings, StopSignal stop, Parts parts) throws Exception {
        Front front = parts.add(Front.open(settings.front()));
        TopicKeeper.ensure(settings.kafka());
        Files.createDirectories(settings.stateFolder());
        Topology topology = new SchedulerTopology(
                        WireFormat.of(settings.registry()),
                        settings.policies(),
                        Clock.systemUTC(),
                        new Loads(front.meters()))
                .build();
        KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(StreamsSettings.of(settings, topology)));
        streams.setUncaughtExceptionHandler(cause -> failed(cause, stop));
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR) {
                stop.failed(new IllegalStateException("the scheduler's streams have stopped with an error"));
            }
        });
        front.ready("streams are running", () -> streams.state() == KafkaStreams.State.RUNNING);
        front.lag(streams::metrics);
        parts.add(streams::close);
        streams.start();
        return new SchedulerService(front, streams, parts);
    }

    private static StreamThreadExceptionResponse failed(Throwable cause, StopSignal stop) {
        stop.failed(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Whether it reads its topics. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The port of health and metrics. */
    public int port() {
        return front.port();
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return "scheduler, health on port " + front.port();
    }
}
