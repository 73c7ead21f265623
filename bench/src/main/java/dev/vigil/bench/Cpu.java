package dev.vigil.bench;

/** Seconds of CPU. */
record Cpu(double java, double postgres) {
    Cpu since(Cpu before) {
        return new Cpu(java - before.java, postgres - before.postgres);
    }

    double sum() {
        return java + postgres;
    }

    /** Milliseconds for one of so many frames. */
    double millisPerFrame(int frames) {
        return 1000 * sum() / frames;
    }
}
