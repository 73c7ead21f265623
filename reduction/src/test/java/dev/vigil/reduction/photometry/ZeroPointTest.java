package dev.vigil.reduction.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ZeroPointTest {
    private static final double TRUTH = 24.5;

    private static List<Standard> standards(Random random, int stars, int wrong) {
        List<Standard> standards = new ArrayList<>();
        for (int i = 0; i < stars; i++) {
            double error = 0.003 + 0.03 * random.nextDouble();
            standards.add(new Standard(TRUTH + error * random.nextGaussian(), error));
        }
        for (int i = 0; i < wrong; i++) {
            standards.add(new Standard(TRUTH + 0.3 + random.nextDouble(), 0.003));
        }
        return standards;
    }

    @Property(tries = 100)
    void aFifthOfVariableOrMistakenStarsDoNoHarm(@ForAll long seed) {
        ZeroPoint found = ZeroPoint.of(standards(new Random(seed), 80, 20)).orElseThrow();
        assertThat(found.magnitude()).isCloseTo(TRUTH, within(0.008));
        assertThat(found.stars()).isBetween(60, 82);
    }

    @Property(tries = 50)
    void theErrorIsWhatTheZeroPointScattersBy(@ForAll long seed) {
        Random random = new Random(seed);
        double squares = 0;
        double said = 0;
        for (int i = 0; i < 200; i++) {
            ZeroPoint found = ZeroPoint.of(standards(random, 50, 0)).orElseThrow();
            squares += Math.pow(found.magnitude() - TRUTH, 2) / 200;
            said += found.error() / 200;
        }
        assertThat(said / Math.sqrt(squares)).isBetween(0.75, 1.3);
    }

    @Test
    void fewerThanFiveStarsSayNothing() {
        assertThat(ZeroPoint.of(standards(new Random(1), 4, 0))).isEmpty();
        assertThat(ZeroPoint.of(standards(new Random(1), 5, 0))).isPresent();
    }
}
