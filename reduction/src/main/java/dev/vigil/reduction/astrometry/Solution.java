package dev.vigil.reduction.astrometry;

import java.util.List;
import java.util.Optional;

/** What came of solving: good or poor coordinates, or none, and which rungs of the ladder were climbed. */
public sealed interface Solution {
    /** The rungs in the order in which they were tried; the last is the one that held, unless none did. */
    List<Step> steps();

    /** The coordinates, unless there are none. */
    Optional<Fit> fit();

    /** Why it is not good. */
    Optional<String> reason();

    /** What is written of it in one word. */
    String word();

    /** Where a rung looks. */
    enum Ground {
        /** About the place that the frame's own header names. */
        OWN,
        /** Where the frame would lie if its header were as wrong as another frame's. */
        OF_ANOTHER_FRAME,
        /** Far about its own place, after other frames were asked. */
        WIDER,
        WHOLE_SKY
    }

    /** One rung and what came of it. */
    record Step(String rung, Ground ground, String outcome) {}

    /** The rung that held. */
    default Optional<String> rung() {
        return fit().isPresent() ? Optional.of(steps().get(steps().size() - 1).rung()) : Optional.empty();
    }

    /** Whether other frames were asked by how much their headers were wrong. */
    default boolean hasAskedOtherFrames() {
        return hasBeen(Ground.OF_ANOTHER_FRAME);
    }

    /** Whether it came to where other frames are asked, if there are any: else nothing that these say could change it. */
    default boolean wouldAskOtherFrames() {
        return hasAskedOtherFrames() || hasBeen(Ground.WIDER);
    }

    private boolean hasBeen(Ground ground) {
        return steps().stream().anyMatch(step -> step.ground() == ground);
    }

    /** Coordinates, good or poor. */
    sealed interface Found extends Solution {
        Fit found();

        @Override
        default Optional<Fit> fit() {
            return Optional.of(found());
        }
    }

    /** Coordinates that can be relied on. */
    record Good(Fit found, List<Step> steps) implements Found {
        public Good {
            steps = List.copyOf(steps);
        }

        @Override
        public Optional<String> reason() {
            return Optional.empty();
        }

        @Override
        public String word() {
            return "good";
        }
    }

    /** Coordinates that are better than the header's, but to be used with care. */
    record Poor(Fit found, String why, List<Step> steps) implements Found {
        public Poor {
            steps = List.copyOf(steps);
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }

        @Override
        public String word() {
            return "poor";
        }
    }

    /** No coordinates. */
    record Failed(String why, List<Step> steps) implements Solution {
        public Failed {
            steps = List.copyOf(steps);
        }

        @Override
        public Optional<Fit> fit() {
            return Optional.empty();
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }

        @Override
        public String word() {
            return "failed";
        }
    }
}
