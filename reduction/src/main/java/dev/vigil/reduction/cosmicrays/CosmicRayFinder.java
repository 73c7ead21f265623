package dev.vigil.reduction.cosmicrays;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Finds cosmic rays. After the first look at all pixels, only the surroundings of what was found are looked at again,
 * for nothing else can have changed.
 */
public final class CosmicRayFinder {
    /** As far as a pixel can have a say in another's judgement. */
    private static final int INFLUENCE = 4;

    private final Field field;
    private final CosmicRays settings;
    private final NoiseFloor floor;
    private final Sharpness sharpness;

    private CosmicRayFinder(Field field, CosmicRays settings) {
        this.field = field;
        this.settings = settings;
        this.floor = NoiseFloor.of(field);
        this.sharpness = new Sharpness(field, floor, settings);
    }

    public static Found find(Exposure exposure, CosmicRays settings) {
        return new CosmicRayFinder(Field.of(exposure), settings).find();
    }

    private Found find() {
        BitSet all = new BitSet();
        BitSet candidates = Survey.of(field, floor, settings.significance());
        for (int round = 0; round < settings.rounds() && !candidates.isEmpty(); round++) {
            BitSet struck = struckOf(candidates);
            all.or(struck);
            candidates = around(struck, INFLUENCE, field::isGood);
        }
        return new Found(all.stream().toArray(), Groups.of(all, field).size());
    }

    /** Those of the candidates that are struck, and what belongs to them. */
    private BitSet struckOf(BitSet candidates) {
        BitSet struck = chosen(candidates, sharpness::isStruck);
        field.strike(struck);
        BitSet newest = struck;
        while (!newest.isEmpty()) {
            newest = chosen(around(newest, 2, this::touchesStruck), sharpness::isEdge);
            field.strike(newest);
            struck.or(newest);
        }
        return struck;
    }

    private boolean touchesStruck(int i) {
        return field.isOpen(i) && field.touchesStruck(i);
    }

    /** All are judged before any is struck, so their order does not matter. */
    private static BitSet chosen(BitSet places, IntPredicate judge) {
        BitSet chosen = new BitSet();
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            if (judge.test(i)) {
                chosen.set(i);
            }
        }
        return chosen;
    }

    private BitSet around(BitSet places, int reach, IntPredicate wanted) {
        BitSet around = new BitSet();
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            field.around(i, reach, around::set);
        }
        return chosen(around, wanted);
    }
}
