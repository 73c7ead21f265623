package dev.vigil.progress;

import dev.vigil.progress.NightNews.FrameMoved;
import dev.vigil.progress.standing.Standing;
import dev.vigil.schemas.events.FrameEvent;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps where each frame stands, and tells when that changes. */
final class Standings implements Processor<byte[], FrameEvent, byte[], Object> {
    private ProcessorContext<byte[], Object> context;
    private KeyValueStore<String, Standing> standings;

    @Override
    public void init(ProcessorContext<byte[], Object> opened) {
        this.context = opened;
        this.standings = opened.getStateStore(Nodes.STANDINGS);
    }

    @Override
    public void process(Record<byte[], FrameEvent> record) {
        Standing news = Standing.of(record.value());
        Optional<Standing> before =
                Optional.ofNullable(standings.get(news.frame().value()));
        Standing after = before.map(known -> known.merge(news)).orElse(news);
        if (before.filter(after::equals).isEmpty()) {
            standings.put(after.frame().value(), after);
            tell(record, before, after);
        }
    }

    private void tell(Record<byte[], FrameEvent> record, Optional<Standing> before, Standing after) {
        FrameMoved moved = new FrameMoved(before, after);
        context.forward(record.withValue(moved), Nodes.PROGRESS_OF_NIGHTS);
        context.forward(record.withValue(moved), Nodes.COUNTS_OF_NIGHTS);
        if (before.filter(known -> !FrameJson.differ(known, after)).isEmpty()) {
            byte[] json = Json.bytes(FrameJson.of(after));
            context.forward(
                    Telling.of("FrameProgress", after.frame().value(), json, record.timestamp()), Nodes.TO_FRAMES);
        }
    }
}
