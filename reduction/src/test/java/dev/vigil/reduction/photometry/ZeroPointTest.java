package dev.vigil.reduction.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.PixelPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ZeroPointTest {
    private static final double TRUTH = 24.5;
    private static final Standard.Sight SIGHT = new Standard.Sight(new PixelPosition(1, 1), 15);

    private static Standard star(double zeroPoint, double error, OptionalDouble colour) {
        return new Standard(zeroPoint, error, colour, SIGHT);
    }

    private static List<Standard> standards(Random random, int stars, int wrong) {
        List<Standard> standards = new ArrayList<>();
        for (int i = 0; i < stars; i++) {
            double error = 0.003 + 0.03 * random.nextDouble();
            standards.add(star(TRUTH + error * random.nextGaussian(), error, OptionalDouble.empty()));
        }
        for (int i = 0; i < wrong; i++) {
            standards.add(star(TRUTH + 0.3 + random.nextDouble(), 0.003, OptionalDouble.empty()));
        }
        return standards;
    }

    @Property(tries = 100)
    void aFifthOfVariableOrMistakenStarsDoNoHarm(@ForAll long seed) {
        ZeroPoint found = ZeroPoint.of(standards(new Random(seed), 80, 20)).orElseThrow();
        assertThat(found.magnitude()).isCloseTo(TRUTH, within(0.008));
        assertThat(found.stars()).isBetween(60, 82);
    }

    @Test
    void asManyStarsAreNeededThatAgreeAsThereHaveToBe() {
        assertThat(ZeroPoint.of(standards(new Random(1), 4, 0))).isEmpty();
        assertThat(ZeroPoint.of(standards(new Random(1), 3, 2))).isEmpty();
        assertThat(ZeroPoint.of(standards(new Random(1), 7, 2)).orElseThrow().stars())
                .isBetween(ZeroPoint.FEWEST, 7);
    }

    @Property(tries = 3)
    void theErrorIsWhatTheZeroPointScattersBy(@ForAll long seed) {
        Random random = new Random(seed);
        double squares = 0;
        double said = 0;
        for (int i = 0; i < 3000; i++) {
            ZeroPoint found = ZeroPoint.of(standards(random, 50, 0)).orElseThrow();
            squares += Math.pow(found.magnitude() - TRUTH, 2) / 3000;
            said += found.error() / 3000;
        }
        assertThat(said / Math.sqrt(squares)).isBetween(0.92, 1.05);
    }

    private static List<Standard> coloured(Random random, int stars, double term) {
        List<Standard> standards = new ArrayList<>();
        for (int i = 0; i < stars; i++) {
            double error = 0.003 + 0.03 * random.nextDouble();
            double colour = 0.82 + 0.4 * random.nextGaussian();
            double said = TRUTH + term * (colour - 0.82) + error * random.nextGaussian();
            standards.add(star(said, error, OptionalDouble.of(colour)));
        }
        return standards;
    }

    @Property(tries = 100)
    void starsOfManyColoursTellTheColourTerm(
            @ForAll long seed, @ForAll @DoubleRange(min = -0.5, max = 0.5) double term) {
        List<Standard> standards = coloured(new Random(seed), 80, term);
        standards.addAll(standards(new Random(seed), 0, 20).stream()
                .map(wrong -> star(wrong.zeroPoint(), wrong.error(), OptionalDouble.of(1.2)))
                .toList());
        ZeroPoint found = ZeroPoint.of(standards, Optional.of("BP-RP")).orElseThrow();
        ColourTerm colour = found.colour().orElseThrow();
        assertThat(found.magnitude()).isCloseTo(TRUTH, within(0.01));
        assertThat(colour.coefficient()).isCloseTo(term, within(0.03));
        assertThat(colour.reference()).isEqualTo(0.82);
        assertThat(colour.bluest()).isLessThan(0.5);
        assertThat(colour.reddest()).isGreaterThan(1.2);
    }

    @Property(tries = 3)
    void theColourTermsErrorIsWhatItScattersBy(@ForAll long seed) {
        Random random = new Random(seed);
        double squares = 0;
        double said = 0;
        for (int i = 0; i < 3000; i++) {
            ColourTerm found = ZeroPoint.of(coloured(random, 60, 0.1), Optional.of("BP-RP"))
                    .flatMap(ZeroPoint::colour)
                    .orElseThrow();
            squares += Math.pow(found.coefficient() - 0.1, 2) / 3000;
            said += found.error() / 3000;
        }
        assertThat(said / Math.sqrt(squares)).isBetween(0.88, 1.0);
    }

    @Test
    void fewStarsOrFewColoursTellNoColourTerm() {
        assertThat(ZeroPoint.of(coloured(new Random(1), 19, 0.1), Optional.of("BP-RP"))
                        .flatMap(ZeroPoint::colour))
                .isEmpty();
        assertThat(ZeroPoint.of(coloured(new Random(1), 80, 0.1)).flatMap(ZeroPoint::colour))
                .isEmpty();
        List<Standard> alike = standards(new Random(1), 80, 0).stream()
                .map(star -> star(star.zeroPoint(), star.error(), OptionalDouble.of(0.8)))
                .toList();
        assertThat(ZeroPoint.of(alike, Optional.of("BP-RP")).flatMap(ZeroPoint::colour))
                .isEmpty();
    }

    @Test
    void fewerThanFiveStarsSayNothing() {
        assertThat(ZeroPoint.of(standards(new Random(1), 4, 0))).isEmpty();
        assertThat(ZeroPoint.of(standards(new Random(1), 5, 0))).isPresent();
    }
}
