package dev.vigil.reduction.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SpaceMotionTest {
    private static final Epoch GAIA = new Epoch(2016);

    /** With astropy: SkyCoord(…, distance, pm_…, obstime=J2016).apply_space_motion(J2026.9). */
    @Test
    void barnardsStarIsWhereAstropyPutsIt() {
        SkyPosition barnard = new SkyPosition(269.44850252543836, 4.739420051112412);
        CatalogueStar star = CatalogueStar.of(barnard, 8.19).moving(-801.551, 10362.394);
        SkyPosition moved = SpaceMotion.at(withParallax(star, 546.975939), GAIA, new Epoch(2026.9));
        assertThat(moved.arcsecondsFrom(new SkyPosition(269.4460671699222, 4.77079506996438)))
                .isLessThan(1e-4);
    }

    @Test
    void aStarWithoutMotionStays() {
        CatalogueStar star = CatalogueStar.of(new SkyPosition(1, 2), 8);
        assertThat(SpaceMotion.at(star, GAIA, new Epoch(2100))).isEqualTo(star.position());
    }

    @Property
    void aStarMovesAsFarAsItsMotionSaysInWhateverPartOfTheSky(
            @ForAll @DoubleRange(max = 359.9999999) @Scale(7) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) @Scale(7) double dec,
            @ForAll @DoubleRange(min = -5000, max = 5000) double motionRa,
            @ForAll @DoubleRange(min = -5000, max = 5000) double motionDec,
            @ForAll @DoubleRange(min = -60, max = 60) double years) {
        SkyPosition place = new SkyPosition(ra, dec);
        CatalogueStar star = CatalogueStar.of(place, 8).moving(motionRa, motionDec);
        SkyPosition moved = SpaceMotion.at(star, GAIA, new Epoch(2016 + years));
        double far = Math.hypot(motionRa, motionDec) / 1000 * Math.abs(years);
        assertThat(moved.arcsecondsFrom(place)).isEqualTo(far, within(1e-5 * far + 1e-5));
    }

    @Property
    void whatComesBackIsWhereItWas(
            @ForAll @DoubleRange(max = 359.9999999) @Scale(7) double ra,
            @ForAll @DoubleRange(min = -60, max = 60) double dec,
            @ForAll @DoubleRange(min = -500, max = 500) double motion,
            @ForAll @DoubleRange(max = 700) double parallax) {
        CatalogueStar star =
                withParallax(CatalogueStar.of(new SkyPosition(ra, dec), 8).moving(motion, -motion), parallax);
        SkyPosition there = SpaceMotion.at(star, GAIA, new Epoch(2026));
        SkyPosition back = SpaceMotion.at(star.at(there), new Epoch(2026), GAIA);
        assertThat(back.arcsecondsFrom(star.position())).isLessThan(0.002);
    }

    @Test
    void aTimeIsAnEpoch() {
        assertThat(Epoch.of(Instant.parse("2016-01-01T12:00:00Z")).julianYear()).isEqualTo(2016, within(0.001));
        assertThat(Epoch.of(Instant.parse("2026-11-21T00:00:00Z")).julianYear()).isEqualTo(2026.888, within(0.001));
    }

    private static CatalogueStar withParallax(CatalogueStar star, double parallax) {
        return new CatalogueStar(
                star.position(), star.motionRa(), star.motionDec(), parallax, star.magnitude(), 0, 0, 0, 0);
    }
}
