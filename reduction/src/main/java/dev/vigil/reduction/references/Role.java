package dev.vigil.reduction.references;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of somebody's catalogue says of a star. */
public enum Role {
    RA("ra", Unit.ANGLE),
    DEC("dec", Unit.ANGLE),
    MOTION_RA("pmra", Unit.MOTION),
    MOTION_DEC("pmdec", Unit.MOTION),
    PARALLAX("parallax", Unit.SMALL_ANGLE),
    MAGNITUDE("mag", Unit.NONE),
    MAGNITUDE_ERROR("mag-error", Unit.NONE),
    FLUX_OVER_ERROR("flux-over-error", Unit.NONE),
    COLOUR("colour", Unit.NONE),
    BLUE("blue", Unit.NONE),
    RED("red", Unit.NONE),
    RA_ERROR("ra-error", Unit.SMALL_ANGLE),
    DEC_ERROR("dec-error", Unit.SMALL_ANGLE),
    MOTION_RA_ERROR("pmra-error", Unit.MOTION),
    MOTION_DEC_ERROR("pmdec-error", Unit.MOTION),
    EPOCH("epoch", Unit.NONE);

    private final String word;
    private final Unit unit;

    Role(String word, Unit unit) {
        this.word = word;
        this.unit = unit;
    }

    /** What it is called where a user names columns. */
    public String word() {
        return word;
    }

    Unit unit() {
        return unit;
    }

    static Optional<Role> named(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** All words, for a person to choose from. */
    public static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
