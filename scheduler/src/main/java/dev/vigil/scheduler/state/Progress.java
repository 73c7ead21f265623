package dev.vigil.scheduler.state;

import java.util.Objects;

/**
 * How one stage of a frame stands.
 *
 * @param end whether and how it has ended
 * @param again how often a person asked for it again
 * @param attempts the highest attempt of the rounds that ended, so that the next round's numbers are higher
 */
public record Progress(End end, int again, int attempts) {
    /** Nothing has come of it yet. */
    public static final Progress NONE = new Progress(End.OPEN, 0, 0);

    /** Whether and how a stage has ended. */
    public enum End {
        OPEN,
        DONE,
        FAILED
    }

    public Progress {
        Objects.requireNonNull(end, "end");
    }

    public boolean isDone() {
        return end == End.DONE;
    }

    /** Whether it has ended, well or not. */
    public boolean isOver() {
        return end != End.OPEN;
    }

    /** It was done by this attempt. */
    public Progress asDone(int attempt) {
        return new Progress(End.DONE, again, Math.max(attempts, attempt));
    }

    /** It failed for good; success, if it was heard of, is stronger. */
    public Progress asFailed(int attempt) {
        return new Progress(isDone() ? End.DONE : End.FAILED, again, Math.max(attempts, attempt));
    }

    /** So many attempts had gone out when it ended, whichever of them was answered. */
    public Progress after(int attempt) {
        return new Progress(end, again, Math.max(attempts, attempt));
    }

    /** A person wants it once more. */
    public Progress onceMore() {
        return new Progress(End.OPEN, again + 1, attempts);
    }
}
