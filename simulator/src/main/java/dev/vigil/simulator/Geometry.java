package dev.vigil.simulator;

/** Where light falls on a detector; the columns behind never see the sky. */
record Geometry(int size, int dataWidth, int height) {
    static Geometry of(Layout layout) {
        return new Geometry(layout.width() + layout.amplifiers().get(0).overscan(), layout.width(), layout.height());
    }

    int pixels() {
        return size * height;
    }
}
