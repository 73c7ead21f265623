package dev.vigil.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pixels.RawRows;
import java.util.Arrays;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class QuickLookTest {
    private static final Size SIZE = new Size(512, 512);
    private static final Detector DETECTOR =
            Detector.of("main", 0, Amplifier.of(Section.whole(SIZE)).withSaturation(60_000));

    private static QuickLook look(float[] raw) {
        return Frames.value(QuickLook.at(RawRows.of(SIZE, raw), DETECTOR)).look();
    }

    private static float[] field(int stars, double fwhm, long seed) {
        float[] raw = Frames.noise(SIZE, 1300, 12, seed);
        Random random = new Random(seed);
        int perRow = (int) Math.ceil(Math.sqrt(stars));
        double spacing = 512.0 / (perRow + 1);
        for (int i = 0; i < stars; i++) {
            double x = spacing * (1 + i % perRow) + random.nextDouble();
            double y = spacing * (1 + i / perRow) + random.nextDouble();
            Frames.addStar(raw, SIZE, x, y, 8000 + 40_000 * random.nextDouble(), fwhm);
        }
        return raw;
    }

    @Property(tries = 12)
    void seeingIsTrueToAFewPercent(@ForAll @DoubleRange(min = 2, max = 9) double fwhm, @ForAll long seed) {
        Measurement found = look(field(49, fwhm, seed)).measurement();
        assertThat(found.fwhmPixels().orElseThrow()).isCloseTo(fwhm, within(0.04 * fwhm));
    }

    @Test
    void theWingsOfARealStarDoNotWidenTheSeeing() {
        float[] raw = field(0, 3, 10);
        for (int i = 0; i < 49; i++) {
            addMoffat(raw, 64 * (1 + i % 7) + 0.3, 64 * (1 + i / 7) - 0.2, 4.0);
        }
        double fwhm = look(raw).measurement().fwhmPixels().orElseThrow();
        assertThat(fwhm).isCloseTo(4.0, within(0.12));
    }

    private static void addMoffat(float[] raw, double x, double y, double fwhm) {
        double square = fwhm * fwhm / 4 / (Math.cbrt(2) - 1);
        for (int i = 0; i < raw.length; i++) {
            double base = 1 + (Math.pow(i % 512 - x, 2) + Math.pow(i / 512 - y, 2)) / square;
            raw[i] += (float) (3000 / (base * base * base));
        }
    }

    @Test
    void everyBrightStarIsCountedAndNothingElse() {
        assertThat(look(field(64, 3.2, 1)).measurement().sources()).isEqualTo(64);
        assertThat(look(field(0, 3, 2)).measurement().sources()).isZero();
    }

    @Test
    void hotPixelsAreNotStars() {
        float[] raw = field(0, 3, 3);
        for (int i = 0; i < 200; i++) {
            raw[512 * (2 * i + 20) + 30 + i] += 5000;
        }
        assertThat(look(raw).measurement().sources()).isZero();
    }

    @Test
    void skyAndNoiseAreThoseOfTheEmptySky() {
        Measurement found = look(field(64, 3, 4)).measurement();
        assertThat(found.sky().orElseThrow()).isCloseTo(1300, within(1.0));
        assertThat(found.noise().orElseThrow()).isCloseTo(12, within(0.5));
    }

    @Test
    void aSlopeInTheSkyIsNoSource() {
        float[] raw = field(0, 3, 5);
        for (int i = 0; i < raw.length; i++) {
            raw[i] += (i % 512) * 2f;
        }
        assertThat(look(raw).measurement().sources()).isZero();
    }

    @Test
    void levelAndSaturationAreThoseOfTheRawCounts() {
        float[] raw = field(0, 3, 6);
        Arrays.fill(raw, 0, raw.length / 4, 65_535);
        QuickLook look = look(raw);
        assertThat(look.saturatedFraction().orElseThrow()).isEqualTo(0.25);
        assertThat(look.level().orElseThrow()).isCloseTo(1303, within(5.0));
    }

    @Test
    void anEmptySkyHasNoSeeingAndSaysSo() {
        Measurement found = look(field(0, 3, 7)).measurement();
        assertThat(found.fwhmPixels()).isEmpty();
        assertThat(found.flags()).containsExactlyInAnyOrder(Flag.TOO_FEW_STARS, Flag.SKY_INCLUDES_BIAS);
    }

    @Test
    void aFrameThatIsSaturatedThroughoutIsNotMeasuredButIsLookedAt() {
        float[] raw = new float[SIZE.pixels()];
        Arrays.fill(raw, 65_535);
        QuickLook look = look(raw);
        assertThat(look.measurement().flags())
                .containsExactlyInAnyOrder(Flag.NOTHING_TO_MEASURE, Flag.SKY_INCLUDES_BIAS);
        assertThat(look.saturatedFraction()).hasValue(1.0);
    }

    @Test
    void aDarkOfNothingButZerosIsLookedAt() {
        assertThat(look(new float[SIZE.pixels()]).measurement().sources()).isZero();
    }

    @Test
    void withOverscanTheSkyIsFreeOfTheBias() {
        Detector withOverscan = Detector.of(
                "main",
                0,
                Amplifier.of(Section.parse("[1:480,1:512]"))
                        .withBiasSection(Section.parse("[481:512,1:512]"))
                        .withSaturation(60_000));
        Measurement found = Frames.value(QuickLook.at(RawRows.of(SIZE, field(0, 3, 11)), withOverscan))
                .look()
                .measurement();
        assertThat(found.sky().orElseThrow()).isCloseTo(0, within(1.0));
        assertThat(found.flags()).doesNotContain(Flag.SKY_INCLUDES_BIAS);
    }

    @Test
    void whereSaturationIsUnknownItIsNotGuessed() {
        Detector unknown = Detector.of("main", 0, Amplifier.of(Section.whole(SIZE)));
        QuickLook look = Frames.value(QuickLook.at(RawRows.of(SIZE, field(9, 3, 8)), unknown))
                .look();
        assertThat(look.saturatedFraction()).isEmpty();
        assertThat(look.measurement().flags()).contains(Flag.SATURATION_UNKNOWN);
    }

    @Test
    void manyDetectorsGiveOneLook() {
        QuickLook look = look(field(64, 4, 9));
        QuickLook combined = QuickLook.combined(Collections.nCopies(3, look));
        assertThat(combined.measurement().sources()).isEqualTo(3 * 64);
        assertThat(combined.measurement().fwhmPixels())
                .isEqualTo(look.measurement().fwhmPixels());
        assertThat(combined.saturatedFraction()).hasValue(0);
        assertThat(combined.measurement().fwhmArcseconds(OptionalDouble.of(0.5)).orElseThrow())
                .isCloseTo(2, within(0.1));
    }
}
