package dev.vigil.reduction.cosmicrays;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Pixels that touch each other, be it only at a corner. */
final class Groups {
    private Groups() {}

    static List<Places> of(BitSet places, Field field) {
        BitSet left = (BitSet) places.clone();
        List<Places> groups = new ArrayList<>();
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i)) {
            groups.add(takenOut(i, left, field));
        }
        return groups;
    }

    private static Places takenOut(int start, BitSet left, Field field) {
        Places group = new Places();
        left.clear(start);
        group.add(start);
        for (int next = 0; next < group.size(); next++) {
            field.around(group.get(next), 1, i -> move(i, left, group));
        }
        return group;
    }

    private static void move(int i, BitSet from, Places to) {
        if (from.get(i)) {
            from.clear(i);
            to.add(i);
        }
    }
}
