package dev.vigil.instruments;

import java.util.Locale;
import java.util.Optional;

/** What a frame was taken for. */
public enum FrameType {
    BIAS,
    DARK,
    FLAT,
    SCIENCE,
    FOCUS,
    ARC,
    POINTING,
    OTHER;

    /** The word that profiles, events and people use: {@code science}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether frames of this type are combined into masters. */
    public boolean isCalibration() {
        return this == BIAS || this == DARK || this == FLAT;
    }

    static Optional<FrameType> ofWord(String word) {
        for (FrameType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
