package dev.vigil.reduction.cosmicrays;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FineStructureTest {
    @Property(tries = 200)
    void itIsTheMedianOfNineLessTheMedianOfFortyNineSuch(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 19) int x, @ForAll @IntRange(min = 0, max = 19) int y) {
        Field field = Field.of(Sky.of(20, 10, seed).withStars(4, 2.5).exposed());
        float structure = medianOfNine(field, x, y) - around(field, x, y);
        FineStructure judge = new FineStructure(field);
        assertThat(judge.isBelow(structure + 0.25f, x, y)).isTrue();
        assertThat(judge.isBelow(structure - 0.25f, x, y)).isFalse();
    }

    private static float around(Field field, int x, int y) {
        float[] medians = new float[49];
        for (int i = 0; i < 49; i++) {
            medians[i] = medianOfNine(field, x + i % 7 - 3, y + i / 7 - 3);
        }
        return Medians.of(medians, 49);
    }

    private static float medianOfNine(Field field, int x, int y) {
        float[] values = new float[9];
        for (int i = 0; i < 9; i++) {
            values[i] = field.values[20 * within(y + i / 3 - 1) + within(x + i % 3 - 1)];
        }
        return Medians.of(values, 9);
    }

    private static int within(int place) {
        return Math.max(0, Math.min(19, place));
    }
}
