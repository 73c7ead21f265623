package dev.vigil.reduction.sources;

/** The smallest rectangle that holds an island; all borders belong to it. */
record Extent(int left, int bottom, int right, int top) {

    static Extent of(Island island, int imageWidth) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int place : island.places()) {
            left = Math.min(left, place % imageWidth);
            right = Math.max(right, place % imageWidth);
        }
        int last = island.places()[island.size() - 1];
        return new Extent(left, island.places()[0] / imageWidth, right, last / imageWidth);
    }

    int width() {
        return right - left + 1;
    }

    int height() {
        return top - bottom + 1;
    }

    boolean touchesEdge(int imageWidth, int imageHeight) {
        return left == 0 || bottom == 0 || right == imageWidth - 1 || top == imageHeight - 1;
    }
}
