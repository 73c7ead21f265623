package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a frame is, as its path and headers say it by the profile.
 *
 * @param remarks what is odd about it, in words that tell how much
 * @param surveyLabel what the survey itself calls such a sky
 */
public record FrameDescription(
        FrameType type,
        Optional<String> flatKind,
        Optional<String> object,
        Optional<String> filter,
        Duration exposure,
        Instant start,
        Night night,
        FrameNumbers numbers,
        Configuration configuration,
        Map<String, Double> surroundings,
        List<Detector> detectors,
        Map<Flag, String> remarks,
        Level lastLevel,
        List<MasterNeed> masters,
        String recipe,
        String matteringCards,
        Optional<String> surveyLabel) {
    public FrameDescription {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(flatKind, "flatKind");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(configuration, "configuration");
        surroundings = Map.copyOf(surroundings);
        detectors = List.copyOf(detectors);
        remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
        Objects.requireNonNull(lastLevel, "lastLevel");
        masters = List.copyOf(masters);
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(matteringCards, "matteringCards");
        Objects.requireNonNull(surveyLabel, "surveyLabel");
        if (exposure.isNegative()) {
            throw new IllegalArgumentException("an exposure cannot last " + exposure);
        }
        if (detectors.isEmpty()) {
            throw new IllegalArgumentException("a frame has at least one detector");
        }
    }

    /** What is odd about it. */
    public List<Flag> flags() {
        return List.copyOf(remarks.keySet());
    }

    /** The same frame, of which more is to be said. */
    FrameDescription with(Map<Flag, String> more) {
        Map<Flag, String> all = new LinkedHashMap<>(remarks);
        more.forEach(all::putIfAbsent);
        return new FrameDescription(
                type,
                flatKind,
                object,
                filter,
                exposure,
                start,
                night,
                numbers,
                configuration,
                surroundings,
                detectors,
                all,
                lastLevel,
                masters,
                recipe,
                matteringCards,
                surveyLabel);
    }

    /** The kinds of master without which this frame waits. */
    public List<MasterKind> required() {
        return masters.stream()
                .filter(master -> master.need() == Need.REQUIRED)
                .map(MasterNeed::kind)
                .toList();
    }
}
