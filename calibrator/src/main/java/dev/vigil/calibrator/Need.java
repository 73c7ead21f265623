package dev.vigil.calibrator;

import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.Work;
import java.util.List;

/** How much memory a piece of work takes at most, by the sizes of the images that it will read. */
record Need(long bytes) {
    private static final long MEGABYTE = 1 << 20;

    /** Rows on their way, lists of sources, and what does not grow with the image. */
    private static final long BESIDES = 64 * MEGABYTE;

    /** Image, variance and mask. */
    private static final int FINISHED = 12;

    /** The copies without cosmic rays and without sky, and whose each pixel is; afterwards the uncertainty and its tiles. */
    private static final int IN_WORK = 8;

    /** Of detectors that wait for the others of their frame, what was found on them; their planes lie in a scratch file. */
    private static final int FOUND = 1;

    /** How many frames went into each pixel, and the uncertainty when it is written. */
    private static final int COUNTED = 8;

    static Need of(Work work) {
        if (work instanceof ReduceFrame frame) {
            return ofReduction(frame.facts().detectors());
        }
        if (work instanceof QuickLook look) {
            return new Need(
                    BESIDES + (FINISHED + IN_WORK) * largest(look.facts().detectors()));
        }
        List<CalibrationInput> inputs = ((BuildMaster) work).inputs();
        long pixels = inputs.stream()
                .mapToLong(input -> largest(input.facts().detectors()))
                .max()
                .orElse(0);
        return new Need(BESIDES + (FINISHED + COUNTED) * pixels);
    }

    /** Only detectors at work are in memory, and what was found on those that are done; the pixels of a single one wait there, too, to be written. */
    static Need ofReduction(List<Detector> detectors) {
        long found = detectors.size() > 1 ? FOUND * sum(detectors) : 0;
        return new Need(BESIDES + found + (FINISHED + IN_WORK) * atOnce(detectors) * largest(detectors));
    }

    private static long sum(List<Detector> detectors) {
        return detectors.stream().mapToLong(Need::pixels).sum();
    }

    /** Detectors of a frame are worked on beside each other. */
    private static int atOnce(List<Detector> detectors) {
        return Math.min(detectors.size(), Hands.mostHands());
    }

    private static long largest(List<Detector> detectors) {
        return detectors.stream().mapToLong(Need::pixels).max().orElse(0);
    }

    private static long pixels(Detector detector) {
        return (long) detector.width() * detector.height();
    }

    /** Why work that needs this can never be done with so much memory. */
    Trouble tooMuchFor(Memory memory) {
        return new Trouble(
                FailureCategory.OTHER,
                "it needs some " + megabytes(bytes) + " MB of memory, and calibrator.memory allows "
                        + megabytes(memory.total()) + " MB for all work together",
                "give the calibrator a larger heap (-Xmx), raise calibrator.memory if it is set, and try again: vigil retry");
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
