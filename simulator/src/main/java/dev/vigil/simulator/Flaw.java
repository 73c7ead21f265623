package dev.vigil.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be wrong with a file of a night. */
public enum Flaw {
    WRONG_NAME("the name is of no form that the camera writes"),
    TRUNCATED("the file ends half way"),
    TYPE_DISAGREES("the name says another type of frame than the header"),
    ABORTED("the shutter was closed before the time that was asked for"),
    JUNK("no frame, but left among them"),
    FOCUS("taken to focus, not for science"),
    TEST("taken to try something, not for science"),
    REUSED_NAME("another exposure was written under the name of an earlier one"),
    WRONG_YEAR("the camera's clock is seven years behind"),
    CLOCK_OFF("the camera's clock shows local time where it says UTC"),
    GAP("the exposure was counted, but its file was never written"),
    DEFOCUSED("the camera was out of focus"),
    TRAILED("the telescope did not follow the sky, and stars are drawn out"),
    CLOUD("a cloud took three quarters of the light"),
    OTHER_FILTER("a filter was in the beam that lets a third of the light through, and the header names the usual one"),
    POINTING_OFF("the telescope looked 25 arc minutes north of where the header says"),
    ABORTED_DARK("the exposure of a dark ended before the time that was asked for"),
    ABORTED_FLAT("the exposure of a flat ended before the time that was asked for");

    /** By how many years the clock of a flawed frame is wrong. */
    static final int YEARS = 7;

    /** Degrees to the north by which the header of a flawed frame is wrong. */
    static final double ASTRAY = 25.0 / 60;

    private final String meaning;

    Flaw(String meaning) {
        this.meaning = meaning;
    }

    /** The flaw on a command line: {@code wrong-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws for a word that means no flaw, saying which there are. */
    public static Flaw named(String word) {
        return Arrays.stream(values())
                .filter(flaw -> flaw.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no flaw of a night; there are "
                        + Arrays.stream(values()).map(Flaw::word).collect(Collectors.joining(", "))));
    }

    /** What is wrong, as a sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** The kind of frame that the flaw adds to a night. */
    Optional<FrameKind> adds() {
        return switch (this) {
            case FOCUS -> Optional.of(FrameKind.FOCUS);
            case TEST -> Optional.of(FrameKind.TEST);
            default -> Optional.empty();
        };
    }

    /** Whether only a comparison with frames before it of the same field shows it. */
    boolean showsBesideOthers() {
        return this == DEFOCUSED || this == TRAILED || this == CLOUD || this == OTHER_FILTER;
    }

    /** By how much stars are wider. */
    double width() {
        return this == DEFOCUSED ? 2.2 : 1;
    }

    /** How far stars are drawn out, in widths of a star. */
    double trail() {
        return this == TRAILED ? 2 : 0;
    }

    /** Which share of the light of stars comes through. */
    double starlight() {
        return switch (this) {
            case CLOUD -> 0.25;
            case OTHER_FILTER -> 0.33;
            default -> 1;
        };
    }

    /** Which share of the light of the sky comes through: a cloud gives back what it takes. */
    double skylight() {
        return this == OTHER_FILTER ? 0.33 : 1;
    }

    /** Whether the exposure ends before the time that was asked for. */
    boolean cutsShort() {
        return this == ABORTED || this == ABORTED_DARK || this == ABORTED_FLAT;
    }

    /** The kind of the frames, there without it, that it befalls. */
    Optional<FrameKind> befalls() {
        return switch (this) {
            case JUNK, FOCUS, TEST -> Optional.empty();
            case ABORTED_DARK -> Optional.of(FrameKind.DARK);
            case ABORTED_FLAT -> Optional.of(FrameKind.FLAT);
            default -> Optional.of(FrameKind.SCIENCE);
        };
    }
}
