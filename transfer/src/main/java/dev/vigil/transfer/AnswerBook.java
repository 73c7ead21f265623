package dev.vigil.transfer;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.LookedInVain;
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
        } else if (answer.event() instanceof FrameRecorded recorded) {
            note(recorded);
        } else if (answer.event() instanceof LookedInVain looked) {
            count("nothing new", looked.identity().unit());
        }
        return answer;
    }

    private void note(FrameTransferred event) {
        if (event.archived().area() == Area.ELSEWHERE) {
            LOG.info(
                    "{} was copied by other software, whole, to {}",
                    event.identity().frame(),
                    event.archived().key());
            count("copied elsewhere", event.identity().unit());
            return;
        }
        long size = event.archived().size();
        LOG.info(
                "{} transferred{}: {} bytes in {} ms{}",
                event.identity().frame(),
                event.loss().isPresent() ? ", kept with loss" : "",
                size,
                event.took().toMillis(),
                event.from().size() > 1 ? "; " + Journal.worded(event.from()) : "");
        count(
                event.loss().isPresent() ? "transferred with loss" : "transferred",
                event.identity().unit());
        meters.counter("vigil.transfer.archived.bytes", "unit", event.identity().unit())
                .increment(size);
    }

    private void note(FrameFailed event) {
        LOG.warn("{} failed ({}): {}", event.identity().frame(), event.category(), event.reason());
        count("failed", event.identity().unit());
    }

    private void note(FrameRecorded event) {
        LOG.info("{} was taken in by other software: {}", event.identity().frame(), event.shownBy());
        count("ingested", event.identity().unit());
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
