package dev.vigil.bench.chain;

/** Seconds of CPU of all threads, and by the clock. */
record Lap(double cpu, double wall) {
    static final Lap NONE = new Lap(0, 0);

    Lap plus(Lap other) {
        return new Lap(cpu + other.cpu, wall + other.wall);
    }
}
