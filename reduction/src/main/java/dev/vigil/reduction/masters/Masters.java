package dev.vigil.reduction.masters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The masters that one detector of a frame is reduced with; which it must have is the instrument's business. */
public record Masters(Optional<Master> bias, Optional<Master> dark, Optional<Master> flat, Optional<Master> fringe) {
    public static final Masters NONE =
            new Masters(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Masters {
        Objects.requireNonNull(bias);
        Objects.requireNonNull(dark);
        Objects.requireNonNull(flat);
        Objects.requireNonNull(fringe);
    }

    /** These masters with one more, or another of its kind. */
    public Masters with(Master master) {
        return switch (master.kind()) {
            case BIAS -> new Masters(Optional.of(master), dark, flat, fringe);
            case DARK -> new Masters(bias, Optional.of(master), flat, fringe);
            case FLAT -> new Masters(bias, dark, Optional.of(master), fringe);
            case FRINGE -> new Masters(bias, dark, flat, Optional.of(master));
        };
    }

    public Optional<Master> of(MasterKind kind) {
        return switch (kind) {
            case BIAS -> bias;
            case DARK -> dark;
            case FLAT -> flat;
            case FRINGE -> fringe;
        };
    }

    public List<Master> all() {
        return Stream.of(bias, dark, flat, fringe).flatMap(Optional::stream).toList();
    }
}
