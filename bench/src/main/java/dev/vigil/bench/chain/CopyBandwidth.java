package dev.vigil.bench.chain;

/** How fast this machine copies memory in one thread, bytes read and bytes written counted. */
final class CopyBandwidth {
    private static final int FLOATS = 64 << 20;
    private static final int TURNS = 9;

    private CopyBandwidth() {}

    /** The best of some turns, in bytes per second. */
    static double measured() {
        float[] from = new float[FLOATS];
        float[] to = new float[FLOATS];
        double best = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            long began = System.nanoTime();
            System.arraycopy(from, 0, to, 0, FLOATS);
            best = Math.max(best, 2.0 * Float.BYTES * FLOATS / (System.nanoTime() - began) * 1e9);
        }
        return best;
    }
}
