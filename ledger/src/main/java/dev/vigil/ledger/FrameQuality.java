package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a frame is good.
 *
 * @param frame the frame
 * @param night the night that it belongs to, when known
 * @param good whether no quality check that matters failed, or failed to run
 * @param errors the checks that take the good away
 * @param warnings those that failed and do not
 * @param passed how many passed
 */
public record FrameQuality(
        FrameId frame,
        Optional<LocalDate> night,
        boolean good,
        List<String> errors,
        List<String> warnings,
        long passed) {
    public FrameQuality {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
