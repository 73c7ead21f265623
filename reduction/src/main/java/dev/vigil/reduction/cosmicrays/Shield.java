package dev.vigil.reduction.cosmicrays;

import java.util.BitSet;

/** Protects saturated stars and the trails of charge that bleeds from them: their edges are sharper than any optics. */
final class Shield {
    /** A particle seldom fills more pixels than this. */
    private static final int LARGEST_HIT = 3;

    private static final int MARGIN = 2;

    private final Field field;

    Shield(Field field) {
        this.field = field;
    }

    void around(BitSet saturated) {
        BitSet shielded = new BitSet();
        for (Places group : Groups.of(saturated, field)) {
            if (group.size() > LARGEST_HIT) {
                group.forEach(i -> field.around(i, MARGIN, shielded::set));
            }
        }
        shielded.stream().filter(field::isGood).forEach(field::shield);
    }
}
