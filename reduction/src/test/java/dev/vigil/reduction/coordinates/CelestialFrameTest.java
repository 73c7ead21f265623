package dev.vigil.reduction.coordinates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.SkyPatch;
import org.junit.jupiter.api.Test;

/** Against the places of J. Meeus, Astronomical Algorithms (1998), examples 21.b and 23.a, and of the galactic pole. */
class CelestialFrameTest {
    /** Theta Persei where it will be on 2028 November 13.19, by the axes of 2000. */
    private static final SkyPosition THETA_PERSEI = new SkyPosition(41.054063, 49.227750);

    private static Header axes(String name, Object equinox) {
        Header.Builder cards = Header.builder();
        if (!name.isEmpty()) {
            cards.put("RADESYS", name, "");
        }
        if (equinox instanceof Double year) {
            cards.put("EQUINOX", year, "");
        } else {
            cards.put("EQUINOX", equinox.toString(), "");
        }
        return cards.build();
    }

    @Test
    void placesOfAnotherEquinoxArePrecessed() {
        SkyPosition ofDate = new SkyPosition(41.547214, 49.348483);
        for (String name : new String[] {"FK5", ""}) {
            SkyPosition found = CelestialFrame.of(axes(name, 2028.867)).inIcrs(ofDate);
            assertThat(found.arcsecondsFrom(THETA_PERSEI)).isLessThan(0.15);
        }
    }

    @Test
    void apparentPlacesAreFreedOfAberrationAndNutation() {
        SkyPosition apparent = new SkyPosition((2 + 46 / 60.0 + 14.390 / 3600) * 15, 49 + 21 / 60.0 + 7.45 / 3600);
        Header header = Header.builder()
                .put("RADESYS", "GAPPT", "")
                .put("DATE-OBS", "2028-11-13T04:33:36", "")
                .build();
        assertThat(CelestialFrame.of(header).inIcrs(apparent).arcsecondsFrom(THETA_PERSEI))
                .isLessThan(0.3);
        assertThatThrownBy(() -> CelestialFrame.of(axes("GAPPT", 2000.0))).hasMessageContaining("DATE-OBS");
    }

    @Test
    void placesOf1950AreThoseOfTheOldCatalogues() {
        SkyPosition pole = new SkyPosition(192.859508, 27.128336);
        SkyPosition old = new SkyPosition(192.25, 27.4);
        for (Header header : new Header[] {axes("FK4", 1950.0), axes("", 1950.0), axes("", "B1950")}) {
            assertThat(CelestialFrame.of(header).inIcrs(old).arcsecondsFrom(pole))
                    .isLessThan(0.5);
        }
    }

    @Test
    void axesOf2000AreTakenAsTheyAre() {
        for (Header header :
                new Header[] {Header.EMPTY, axes("FK5", 2000.0), axes("", "J2000.0"), axes("ICRS", 2015.5)}) {
            assertThat(CelestialFrame.of(header).inIcrs(THETA_PERSEI)).isEqualTo(THETA_PERSEI);
        }
    }

    @Test
    void coordinatesOfAnotherEquinoxAreTurnedWithTheirAxes() {
        SkyPosition reference = new SkyPosition(80, 75);
        WorldCoordinates told = SkyPatch.camera(reference, 1, 30, false);
        CelestialFrame frame = CelestialFrame.of(axes("FK5", 2028.867));
        WorldCoordinates read = frame.inIcrs(told);
        for (int x = 1; x < 2048; x += 500) {
            PixelPosition pixel = new PixelPosition(x, 2048 - x);
            assertThat(read.skyAt(pixel).arcsecondsFrom(frame.inIcrs(told.skyAt(pixel))))
                    .isCloseTo(0, within(0.01));
        }
    }

    @Test
    void axesThatAreNotUnderstoodAreRefusedByTheCard() {
        assertThatThrownBy(() -> CelestialFrame.of(axes("", "now"))).hasMessageContaining("EQUINOX is now");
        assertThatThrownBy(() -> CelestialFrame.of(axes("FK4", 1900.0))).hasMessageContaining("EQUINOX is 1900");
        assertThatThrownBy(() -> CelestialFrame.of(axes("SUPERGAL", 2000.0)))
                .hasMessageContaining("RADESYS is SUPERGAL");
    }
}
