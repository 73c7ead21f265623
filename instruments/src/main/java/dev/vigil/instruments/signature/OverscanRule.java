package dev.vigil.instruments.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the level of an amplifier is told from its overscan. */
public enum OverscanRule {
    ROW_MEAN,
    ROW_MEDIAN,
    FIT,
    MEDIAN,
    NONE;

    /** The word of profiles: {@code row-mean}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static OverscanRule ofWord(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(OverscanRule::word).collect(Collectors.joining(", ")) + ", not '"
                        + word + "'"));
    }
}
