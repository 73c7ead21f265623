package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How clear the sky was when a frame was taken.
 *
 * @param frame the frame
 * @param night the night that it belongs to
 * @param filter the filter; empty for none
 * @param zeroPoint the magnitude of one electron per second
 * @param best the best in the same filter within thirty nights up to this one
 * @param scatter of single stars about the zero point, in magnitudes
 * @param calm what they scatter when the sky is even
 * @param surveyLabel what the survey itself calls such a sky, by what the header says of it
 */
public record SkyQuality(
        FrameId frame,
        LocalDate night,
        String filter,
        double zeroPoint,
        double best,
        Optional<Double> scatter,
        Optional<Double> calm,
        Optional<String> surveyLabel) {

    /** The share of the light that came through, of what comes through at best; a little more than 1 for the very best frames. */
    public double transparency() {
        return Math.pow(10, 0.4 * (zeroPoint - best));
    }

    /** How good that is for measuring light. */
    public SkyClass skyClass() {
        return SkyClass.of(transparency(), plain(scatter), plain(calm));
    }

    private static OptionalDouble plain(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
