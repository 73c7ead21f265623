package dev.vigil.reduction.cosmicrays;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A growing list of pixels. */
final class Places {
    private int[] places = new int[16];
    private int count;

    void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    int get(int number) {
        return places[number];
    }

    int size() {
        return count;
    }

    void forEach(IntConsumer visit) {
        for (int i = 0; i < count; i++) {
            visit.accept(places[i]);
        }
    }
}
