package dev.vigil.progress;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.DeadLetterCount;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;

/** The progress service: the streams, and their stores' answers over HTTP. */
public final class ProgressService implements AutoCloseable {
    private final Parts parts;
    private final Front front;
    private final ProgressStreams streams;

    private ProgressService(Parts parts, Front front, ProgressStreams streams) {
        this.parts = parts;
        this.front = front;
        this.streams = streams;
    }

    /** Makes the topics if need be, and starts. */
    public static ProgressService start(ProgressSettings settings, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> open(settings, stop, parts));
    }

    private static ProgressService open(ProgressSettings settings, StopSignal stop, Parts parts) throws Exception {
        TopicKeeper.ensure(settings.kafka());
        Front front = parts.add(Front.open(settings.front()));
        ProgressStreams streams = parts.add(ProgressStreams.prepare(settings, front, stop));
        front.ready("streams", streams::isRunning);
        ProgressQueries queries = new ProgressQueries(streams);
        ProgressPages.serve(front, queries);
        ProgressNumbers.publish(front, queries, parts.add(DeadLetterCount.open(settings.kafka())));
        front.lag(streams.kafka()::metrics);
        streams.start();
        return new ProgressService(parts, front, streams);
    }

    /** The port of health, metrics and queries. */
    public int port() {
        return front.port();
    }

    /** Whether the streams have their partitions and follow. */
    public boolean isReady() {
        return streams.isRunning();
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return "progress, health on port " + front.port();
    }
}
