package dev.vigil.calibrator;

import java.util.concurrent.locks.ReentrantLock;

/**
 * The memory that all work of this process may take together. Work says beforehand how much it needs, and waits until that is free, the
 * first come first; masters are kept in what is left.
 */
public final class Memory {
    private static final long MEGABYTE = 1 << 20;

    /** Of the heap; the rest is for everything else in the process. */
    private static final double SHARE_OF_HEAP = 0.85;

    private final long total;
    private final int slots;
    private final ReentrantLock turn = new ReentrantLock(true);
    private long inUse;
    private int atWork;
    private long largest;
    private long kept;
    private volatile Runnable forgetMasters = () -> {};

    /** So many bytes for so many pieces of work at once. */
    Memory(long total, int slots) {
        this.total = total;
        this.slots = slots;
    }

    /** So many megabytes; 0 means what this process's heap allows. */
    public static Memory of(int megabytes, int slots) {
        long heap = (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory());
        return new Memory(megabytes == 0 ? heap : megabytes * MEGABYTE, slots);
    }

    long total() {
        return total;
    }

    /** Whether so much can ever be had. */
    boolean canHold(long bytes) {
        return bytes <= total;
    }

    /** How the masters that are kept can be let go, when work needs their room. */
    void forgetMastersBy(Runnable forget) {
        forgetMasters = forget;
    }

    /** Waits until there is room for so many bytes, which can be held at all. */
    Claim claim(long bytes) throws InterruptedException {
        if (!canHold(bytes)) {
            throw new IllegalArgumentException(bytes + " bytes are more than the " + total + " that there are");
        }
        turn.lockInterruptibly();
        try {
            if (!isThereRoomFor(bytes)) {
                forgetMasters.run();
            }
            return taken(bytes);
        } finally {
            turn.unlock();
        }
    }

    /** Waits till there is, or till nobody is at work any more: as long as anybody is, masters may be in use. */
    private synchronized boolean isThereRoomFor(long bytes) throws InterruptedException {
        largest = Math.max(largest, bytes);
        while (inUse + kept + bytes > total && atWork > 0) {
            wait();
        }
        return inUse + kept + bytes <= total;
    }

    private synchronized Claim taken(long bytes) {
        inUse += bytes;
        atWork++;
        return new Claim(bytes);
    }

    /** Sets memory aside for a master, if as many pieces of work as there are slots still find room beside it. */
    synchronized boolean keep(long bytes) {
        long yetToCome = Math.max(0, slots - atWork) * largest;
        boolean fits = inUse + yetToCome + kept + bytes <= total;
        kept += fits ? bytes : 0;
        return fits;
    }

    /** A master that was kept is not any more. */
    synchronized void letGo(long bytes) {
        kept -= bytes;
        notifyAll();
    }

    private synchronized void give(long bytes) {
        inUse -= bytes;
        atWork--;
        notifyAll();
    }

    /** Memory in use until this is closed. */
    final class Claim implements AutoCloseable {
        private final long bytes;

        private Claim(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            give(bytes);
        }
    }
}
