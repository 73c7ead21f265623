package dev.vigil.progress;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Rings once, a while after it was set: a regular tick would end a transaction each time, even when nothing happens. */
final class Bell {
    private final ProcessorContext<?, ?> context;
    private final Duration wait;
    private final LongConsumer deed;
    private boolean isSet;

    Bell(ProcessorContext<?, ?> context, Duration wait, LongConsumer deed) {
        this.context = context;
        this.wait = wait;
        this.deed = deed;
    }

    /** Makes sure that it rings; one that is set already rings when it would have. */
    void set() {
        if (isSet) {
            return;
        }
        isSet = true;
        Cancellable[] self = new Cancellable[1];
        self[0] = context.schedule(wait, PunctuationType.WALL_CLOCK_TIME, now -> {
            self[0].cancel();
            isSet = false;
            deed.accept(now);
        });
    }
}
