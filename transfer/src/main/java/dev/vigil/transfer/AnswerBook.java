package dev.vigil.transfer;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line in the log for each answer, and counts. */
record AnswerBook(MeterRegistry meters) {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerBook.class);

    /** Notes an answer, and hands it on. */
    Outgoing<?> noted(Outgoing<?> answer) {
        if (answer.event() instanceof FrameTransferred transferred) {
            note(transferred);
        } else if (answer.event() instanceof FrameFailed failed) {
            note(failed);
        } else if (answer.event() instanceof FrameWaiting waiting) {
            note(waiting);
        }
        return answer;
    }

    private void note(FrameTransferred event) {
        long size = event.archived().size();
        LOG.info(
                "{} transferred: {} bytes in {} ms{}",
                event.identity().frame(),
                size,
                event.took().toMillis(),
                event.from().size() > 1 ? "; " + Journal.worded(event.from()) : "");
        count("transferred", event.identity().unit());
        meters.counter("vigil.transfer.archived.bytes", "unit", event.identity().unit())
                .increment(size);
    }

    private void note(FrameFailed event) {
        LOG.warn("{} failed ({}): {}", event.identity().frame(), event.category(), event.reason());
        count("failed", event.identity().unit());
    }

    private void note(FrameWaiting event) {
        LOG.warn("{} waits for {}: {}", event.identity().frame(), event.what(), event.state());
        count("waiting", event.identity().unit());
    }

    private void count(String outcome, String unit) {
        meters.counter("vigil.transfer.answers", "unit", unit, "outcome", outcome)
                .increment();
    }
}
