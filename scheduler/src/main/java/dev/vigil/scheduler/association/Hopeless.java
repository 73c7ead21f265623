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
    /** Why a frame of these facts cannot be reduced, whatever masters there are. */
    public static Optional<Hopeless> of(FrameFacts facts) {
        boolean imaged = !facts.detectors().isEmpty();
        return imaged && facts.detectors().stream().noneMatch(Hopeless::hasGain)
                ? Optional.of(withoutGain(facts.profile()))
                : Optional.empty();
    }

    /** The command measures what the camera does not tell, and prints it as a profile has it. */
    private static Hopeless withoutGain(String profile) {
        String name = profile.isEmpty() ? "NAME" : profile;
        return new Hopeless(
                FailureCategory.GAIN_UNKNOWN,
                "gain unknown: no header card says how many electrons a count is",
                "write EGAIN into its header, and have the camera do so; or give the gain in the instrument profile"
                        + (profile.isEmpty() ? "" : " " + profile)
                        + ", start the producer anew and ask for the frame to be judged again: vigil again FRAME --judge"
                        + " --why TEXT. Where the gain is not known, vigil instrument gain " + name
                        + " --flats FILE FILE --biases FILE FILE measures it and prints the lines");
    }

    private static boolean hasGain(Detector detector) {
        return detector.amplifiers().stream()
                .allMatch(amplifier -> amplifier.gain().isPresent());
    }
}
