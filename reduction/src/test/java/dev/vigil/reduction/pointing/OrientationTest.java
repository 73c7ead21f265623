package dev.vigil.reduction.pointing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import org.junit.jupiter.api.Test;

class OrientationTest {
    private static Orientation of(double xEast, double yEast, double xNorth, double yNorth) {
        return Orientation.of(Header.builder()
                        .put("CD1_1", xEast, "")
                        .put("CD1_2", yEast, "")
                        .put("CD2_1", xNorth, "")
                        .put("CD2_2", yNorth, "")
                        .build())
                .orElseThrow();
    }

    @Test
    void northUpAndEastLeftIsTheSkyAsItIsSeen() {
        Orientation usual = of(-1e-4, 0, 0, 1e-4);
        assertThat(usual.north()).isCloseTo(0, within(1e-9));
        assertThat(usual.mirrored()).isFalse();
    }

    @Test
    void anImageOnItsHeadHasNorthBelow() {
        Orientation turned = of(1e-4, 0, 0, -1e-4);
        assertThat(Math.abs(turned.north())).isCloseTo(180, within(1e-9));
        assertThat(turned.mirrored()).isFalse();
    }

    @Test
    void northToTheLeftIsAQuarterOfATurn() {
        assertThat(of(0, -1e-4, -1e-4, 0).north()).isCloseTo(90, within(1e-9));
        assertThat(of(0, -1e-4, -1e-4, 0).mirrored()).isFalse();
    }

    @Test
    void eastToTheRightIsAMirror() {
        assertThat(of(1e-4, 0, 0, 1e-4).mirrored()).isTrue();
    }

    @Test
    void aHeaderWithoutCoordinatesSaysNothing() {
        assertThat(Orientation.of(Header.EMPTY)).isEmpty();
    }
}
