package dev.vigil.simulator;

import dev.vigil.imaging.OutputHdu;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How one kind of camera names, heads, lays out and packs its files. */
public interface Instrument {
    /** What it is called on a command line. */
    String name();

    /** A unit of it, where none is named. */
    String unit();

    Site site();

    /** A filter that it has. */
    String filter();

    /** Width and height of a detector where none are asked for; small, but of its own shape. */
    int size();

    /** Below this nothing of its own has room. */
    default int smallest() {
        return NightPlan.SMALLEST;
    }

    /** How many detectors a night has where no number is asked for. */
    default int detectors() {
        return 1;
    }

    /** The most detectors that it can have. */
    default int mostDetectors() {
        return 1;
    }

    /** How one of the detectors, which are counted from 1, is read. */
    Layout layout(NightPlan plan, int detector);

    /** How much later than at the generic site its nights begin in UTC. */
    default Duration later() {
        return Duration.ofHours(Math.round((Site.GENERIC.longitude() - site().longitude()) / 15));
    }

    /** Whether it takes frames of a kind. */
    default boolean takes(FrameKind kind) {
        return kind.isCommon();
    }

    /** What it takes every night between the calibrations and the sky. */
    default List<FrameKind> alsoTakes() {
        return List.of();
    }

    /** Whether a flaw can befall its files. */
    default boolean suffers(Flaw flaw) {
        return flaw != Flaw.TYPE_DISAGREES
                && flaw.adds().or(flaw::befalls).map(this::takes).orElse(true);
    }

    /** How many files an exposure makes. */
    default int parts(NightPlan plan, FrameKind kind) {
        return 1;
    }

    /** Which detectors a file holds. */
    default List<Integer> detectorsIn(NightPlan plan, PlannedFrame frame) {
        return IntStream.rangeClosed(1, plan.detectors()).boxed().toList();
    }

    /** How many exposures lie behind each other in an image; more than one make a cube. */
    default int planes() {
        return 1;
    }

    /** The filter in the beam; empty where none matters. */
    default String filterFor(NightPlan plan, FrameKind kind) {
        return kind == FrameKind.FLAT || kind.seesSky() ? plan.filter() : "";
    }

    /** The target. */
    default String objectOf(PlannedFrame frame) {
        return switch (frame.kind()) {
            case FLAT -> "dome flat";
            case SCIENCE, SPECTRUM -> String.format(Locale.ROOT, "SIM-%04d", frame.field());
            default -> frame.kind().word();
        };
    }

    /** The number that the files of an exposure are counted by, where they tell one. */
    default Optional<Long> runningNumber(NightPlan plan, PlannedFrame frame) {
        return Optional.of((long) frame.number());
    }

    /** The folders of a night, below the unit's. */
    String folder(NightPlan plan);

    /** The folders of a file, below the unit's. */
    default String folderOf(NightPlan plan, PlannedFrame frame) {
        return folder(plan);
    }

    String nameOf(NightPlan plan, PlannedFrame frame);

    /** What is written into a file. */
    List<OutputHdu> hdus(Shot shot, List<Exposed> detectors);

    /** How its files are compressed. */
    default Compression compression() {
        return Compression.NONE;
    }
}
