package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFacts;
import java.util.Optional;

/**
 * A frame that no master can help, so that it must not wait for one.
 *
 * @param category the class of the reason
 * @param reason what is missing
 * @param remedy what a person can do about it
 */
public record Hopeless(FailureCategory category, String reason, String remedy) {
    private static final Hopeless WITHOUT_GAIN = new Hopeless(
            FailureCategory.GAIN_UNKNOWN,
            "gain unknown: no header card says how many electrons a count is",
            "have the camera write EGAIN, or give the gain of its setting in the instrument profile, then ask to reduce it again");

    /** Why a frame of these facts cannot be reduced, whatever masters there are. */
    public static Optional<Hopeless> of(FrameFacts facts) {
        boolean imaged = !facts.detectors().isEmpty();
        return imaged && facts.detectors().stream().noneMatch(Hopeless::hasGain)
                ? Optional.of(WITHOUT_GAIN)
                : Optional.empty();
    }

    private static boolean hasGain(Detector detector) {
        return detector.amplifiers().stream()
                .allMatch(amplifier -> amplifier.gain().isPresent());
    }
}
