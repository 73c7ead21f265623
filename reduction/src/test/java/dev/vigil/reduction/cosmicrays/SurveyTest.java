package dev.vigil.reduction.cosmicrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SurveyTest {
    /** Also where the noise differs from pixel to pixel. */
    @Property(tries = 20)
    void nothingThatWouldPassTheWholeTestIsLeftOut(@ForAll long seed) {
        Sky sky = new Sky(75, 66, 95, seed).withStars(20, 2.2).withTracks(20);
        Field field = Field.of(sky.exposed());
        NoiseFloor floor = NoiseFloor.of(field);
        Sharpness sharpness = new Sharpness(field, floor, CosmicRays.DEFAULT);
        BitSet candidates = Survey.of(field, floor, CosmicRays.DEFAULT.significance());
        for (int i = 0; i < 75 * 66; i++) {
            assertThat(!field.isGood(i) || !sharpness.isStruck(i) || candidates.get(i))
                    .as("pixel " + i)
                    .isTrue();
        }
        assertThat(candidates.cardinality()).isBetween(1, 75 * 66 / 4);
    }
}
