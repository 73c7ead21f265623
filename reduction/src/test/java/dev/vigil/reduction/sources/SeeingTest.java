package dev.vigil.reduction.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SeeingTest {
    @Property(tries = 12)
    void theSeeingIsTrueToAPercent(
            @ForAll @DoubleRange(min = 1.8, max = 8) double fwhm,
            @ForAll @DoubleRange(min = 2.5, max = 10) double beta,
            @ForAll long seed) {
        Field field = Field.grid(400, 60, 60_000, Moffat.round(1, 0, 0, fwhm, beta), seed);
        assertThat(field.measure().seeing().orElseThrow().fwhm()).isCloseTo(fwhm, within(0.01 * fwhm));
    }

    @Test
    void longStarsShowTheirDirection() {
        double theta = Math.toRadians(30);
        double along = Math.pow(Math.cos(theta), 2) / 2.25 + Math.pow(Math.sin(theta), 2);
        double across = Math.pow(Math.sin(theta), 2) / 2.25 + Math.pow(Math.cos(theta), 2);
        double both = 2 * Math.sin(theta) * Math.cos(theta) * (1 / 2.25 - 1);
        Moffat profile = new Moffat(1, 0, 0, along / 2, across / 2, both / 2, 1 / 3.0);
        Seeing seeing =
                Field.grid(400, 50, 50_000, profile, 1).measure().seeing().orElseThrow();
        assertThat(seeing.theta()).isCloseTo(30, within(1.0));
        assertThat(seeing.ellipticity()).isCloseTo(1 - 1 / 1.5, within(0.01));
        assertThat(seeing.fwhm()).isCloseTo(profile.fwhm(), within(0.01 * profile.fwhm()));
    }

    @Test
    void roundStarsHaveNoEllipticity() {
        Seeing seeing =
                Field.grid(400, 50, 10_000, Field.star(3), 2).measure().seeing().orElseThrow();
        assertThat(seeing.ellipticity()).isLessThan(0.01);
        assertThat(seeing.beta()).isCloseTo(3, within(0.3));
    }

    @Test
    void twoStarsDoNotTell() {
        Field field =
                Field.empty(300, 300, 3).add(100, 100, 20_000, Field.star(3)).add(200, 200, 20_000, Field.star(3));
        assertThat(field.measure().sources()).hasSize(2);
        assertThat(field.measure().seeing()).isEmpty();
    }
}
