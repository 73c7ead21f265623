package dev.vigil.bench.chain;

/** How fast this machine copies memory in one thread, bytes read and bytes written counted: the best of some turns, in bytes per second. */
final class CopyBandwidth {
    private static final int FLOATS = 64 << 20;
    private static final int TURNS = 9;

    private CopyBandwidth() {}

    /** Into memory that was written before. */
    static double measured() {
        float[] from = new float[FLOATS];
        float[] to = new float[FLOATS];
        return best(() -> System.arraycopy(from, 0, to, 0, FLOATS));
    }

    /** Into an array that is made for it. */
    static double intoNewMemory() {
        float[] from = new float[FLOATS];
        return best(from::clone);
    }

    private static double best(Runnable copying) {
        double best = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            long began = System.nanoTime();
            copying.run();
            best = Math.max(best, 2.0 * Float.BYTES * FLOATS / (System.nanoTime() - began) * 1e9);
        }
        return best;
    }
}
