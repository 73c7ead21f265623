package dev.vigil.reduction.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
    private static final Observatory GREENWICH = new Observatory("Greenwich", 0, 51.4769, 46);
    private static final Observatory EL_SAUCE = new Observatory("El Sauce", -70.8386, -30.4865, 1600);

    private static Circumstances over(Observatory site, String time, SkyPosition field) {
        return Circumstances.of(Optional.of(site), Optional.of(Instant.parse(time)), Optional.of(field));
    }

    /** The sun is in the zenith of the place that it culminates over; at an equinox that is the equator. */
    @Test
    void theSunIsHighestAtNoonAndByTheSeasons() {
        SkyPosition anywhere = new SkyPosition(0, 0);
        assertThat(over(GREENWICH, "2025-06-21T12:02:00Z", anywhere)
                        .sunAltitude()
                        .orElseThrow())
                .isCloseTo(90 - 51.4769 + 23.437, within(0.02));
        assertThat(over(GREENWICH, "2025-12-21T11:58:00Z", anywhere)
                        .sunAltitude()
                        .orElseThrow())
                .isCloseTo(90 - 51.4769 - 23.437, within(0.02));
    }

    /** Eclipses tell sun and moon within minutes of arc: greatest eclipse of the sun over Nazas in Mexico, 2024-04-08, 18:17:20 UTC. */
    @Test
    void inATotalEclipseTheMoonStandsBeforeTheSun() {
        Observatory nazas = new Observatory("Nazas", -104.1, 25.3, 1250);
        Circumstances found = over(nazas, "2024-04-08T18:17:20Z", new SkyPosition(17.9, 7.59));
        assertThat(found.moonAltitude().orElseThrow())
                .isCloseTo(found.sunAltitude().orElseThrow(), within(0.03))
                .isCloseTo(69.8, within(0.15));
        assertThat(found.moonIllumination().orElseThrow()).isLessThan(0.0001);
        assertThat(found.moonSeparation().orElseThrow()).isLessThan(0.5);
    }

    /** The eclipse of the moon of 2025-03-14 was greatest at 06:58:46 UTC: the moon stood in the zenith at about 102.6 W, 3.6 N. */
    @Test
    void inAnEclipseOfTheMoonItIsFullAndOppositeTheSun() {
        Observatory below = new Observatory("below the moon", -102.6, 3.6, 0);
        Circumstances found = over(below, "2025-03-14T06:58:46Z", new SkyPosition(173.8, 2.9));
        assertThat(found.moonAltitude().orElseThrow()).isGreaterThan(88.5);
        assertThat(found.sunAltitude().orElseThrow()).isLessThan(-88);
        assertThat(found.moonIllumination().orElseThrow()).isGreaterThan(0.9999);
    }

    @Test
    void aFieldInTheZenithIsSeenThroughOneAirmass() {
        double siderealDegrees = 15 * (5 + 36.5 / 60);
        Circumstances low = over(EL_SAUCE, "2025-01-10T03:00:00Z", new SkyPosition(siderealDegrees, 29.5));
        assertThat(low.airmass().orElseThrow()).isCloseTo(2.0, within(0.05));
        assertThat(over(EL_SAUCE, "2025-01-10T03:00:00Z", new SkyPosition(siderealDegrees, -30.5))
                        .airmass()
                        .orElseThrow())
                .isCloseTo(1, within(0.001));
        assertThat(over(EL_SAUCE, "2025-01-10T03:00:00Z", new SkyPosition(siderealDegrees, 75))
                        .airmass())
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotTold() {
        Optional<Instant> time = Optional.of(Instant.parse("2025-01-10T03:00:00Z"));
        assertThat(Circumstances.of(Optional.empty(), time, Optional.empty())).isEqualTo(Circumstances.UNKNOWN);
        assertThat(Circumstances.of(Optional.of(EL_SAUCE), Optional.empty(), Optional.empty()))
                .isEqualTo(Circumstances.UNKNOWN);
        Circumstances blind = Circumstances.of(Optional.of(EL_SAUCE), time, Optional.empty());
        assertThat(blind.airmass()).isEmpty();
        assertThat(blind.moonSeparation()).isEmpty();
        assertThat(blind.moonAltitude()).isPresent();
    }
}
