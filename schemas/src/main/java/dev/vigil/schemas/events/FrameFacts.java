package dev.vigil.schemas.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the header says that later stages need.
 *
 * @param object what the telescope pointed at
 * @param filter the filter in the beam
 * @param exposureTime seconds of open shutter, as requested
 * @param start when the shutter opened, UTC
 * @param configuration what must agree with its masters
 * @param detectors the images in the file
 * @param masters which masters the frame wants
 * @param recipe the recipe that reduces it; empty for a frame that is not reduced
 * @param flags what is odd about it
 * @param matters SHA-256 of the header cards that matter to the reduction: a revision that leaves them and the pixels as they
 *     were is not reduced again
 * @param runningNumber the number that the camera counts its frames by
 * @param surroundings weather, sky and telescope as the header says them, each in the profile's unit
 * @param remarks what is odd about it by flag, in words that tell how much
 * @param surveyLabel what the survey itself calls such a sky
 * @param profile the instrument profile that the frame was judged by; empty where that is not known
 */
public record FrameFacts(
        Optional<String> object,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        Optional<Instant> start,
        Configuration configuration,
        List<Detector> detectors,
        List<MasterNeed> masters,
        String recipe,
        List<String> flags,
        Optional<Sha256> matters,
        Optional<Long> runningNumber,
        Map<String, Double> surroundings,
        Map<String, String> remarks,
        Optional<String> surveyLabel,
        String profile) {
    /** What a file is to the one before it under its name says nothing of itself. */
    private static final Set<String> OF_REVISIONS =
            Set.of("HEADER_EDITED", "PIXELS_CHANGED", "REUSED_NAME", "JUDGED_AGAIN");

    public FrameFacts {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(exposureTime, "exposureTime");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(configuration, "configuration");
        detectors = List.copyOf(detectors);
        masters = List.copyOf(masters);
        Objects.requireNonNull(recipe, "recipe");
        flags = List.copyOf(flags);
        Objects.requireNonNull(matters, "matters");
        Objects.requireNonNull(runningNumber, "runningNumber");
        surroundings = Map.copyOf(surroundings);
        remarks = Map.copyOf(remarks);
        Objects.requireNonNull(surveyLabel, "surveyLabel");
        Objects.requireNonNull(profile, "profile");
    }

    /** Facts of a frame of which it is not known which cards matter. */
    public FrameFacts(
            Optional<String> object,
            Optional<String> filter,
            Optional<Duration> exposureTime,
            Optional<Instant> start,
            Configuration configuration,
            List<Detector> detectors,
            List<MasterNeed> masters,
            String recipe,
            List<String> flags) {
        this(
                object,
                filter,
                exposureTime,
                start,
                configuration,
                detectors,
                masters,
                recipe,
                flags,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                "");
    }

    /** Whether the telescope was turned to what cannot wait. */
    public boolean isOfOpportunity() {
        return flags.contains("TARGET_OF_OPPORTUNITY");
    }

    /** Whether all that a reduction and its checks look at is the same. What nobody knows to matter is never the same. */
    public boolean isReducedAs(FrameFacts other) {
        return matters.isPresent()
                && matters.equals(other.matters)
                && filter.equals(other.filter)
                && exposureTime.equals(other.exposureTime)
                && start.equals(other.start)
                && configuration.equals(other.configuration)
                && detectors.equals(other.detectors)
                && masters.equals(other.masters)
                && recipe.equals(other.recipe)
                && flagsOfItself().equals(other.flagsOfItself())
                && surroundings.equals(other.surroundings);
    }

    private Set<String> flagsOfItself() {
        Set<String> own = new HashSet<>(flags);
        own.removeAll(OF_REVISIONS);
        return own;
    }

    /** The same, to be reduced by another recipe. */
    public FrameFacts reducedBy(String other) {
        return with(other, flags, matters, remarks, profile);
    }

    /** The same, with other things that are odd about it. */
    public FrameFacts with(List<String> others, Map<String, String> inWords) {
        return with(recipe, others, matters, inWords, profile);
    }

    /** What was found, whatever profile found it, and by whatever cards. */
    public FrameFacts bare() {
        return with(recipe, flags, Optional.empty(), remarks, "");
    }

    private FrameFacts with(
            String reducedBy,
            List<String> flagged,
            Optional<Sha256> mattering,
            Map<String, String> remarked,
            String judgedBy) {
        return new FrameFacts(
                object,
                filter,
                exposureTime,
                start,
                configuration,
                detectors,
                masters,
                reducedBy,
                flagged,
                mattering,
                runningNumber,
                surroundings,
                remarked,
                surveyLabel,
                judgedBy);
    }
}
