package dev.vigil.simulator;

/** Where light falls and where the overscan lies: the last columns never see the sky. */
record Geometry(int size, int dataWidth) {
    private static final int LEAST_OVERSCAN = 8;

    static Geometry of(int size) {
        return new Geometry(size, size - Math.max(LEAST_OVERSCAN, size / 32));
    }

    int height() {
        return size;
    }

    int pixels() {
        return size * size;
    }

    String dataSection() {
        return "[1:" + dataWidth + ",1:" + size + "]";
    }

    String biasSection() {
        return "[" + (dataWidth + 1) + ":" + size + ",1:" + size + "]";
    }
}
