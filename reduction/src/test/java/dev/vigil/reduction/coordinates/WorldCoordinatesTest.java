package dev.vigil.reduction.coordinates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The expected places are those of astropy's WCS for the same cards. */
class WorldCoordinatesTest {
    private static final List<PixelPosition> PIXELS =
            List.of(new PixelPosition(1, 1), new PixelPosition(4096, 300), new PixelPosition(1000, 4000.5));

    @Test
    void pixelsOfTheStraightProjectionLieWhereOthersPutThem() {
        see(
                header("TAN"),
                new SkyPosition(310.745889052130, 44.413233161996),
                new SkyPosition(309.200494756417, 44.545720529425),
                new SkyPosition(310.432771780474, 45.546654266026));
    }

    @Test
    void pixelsOfSipLieWhereOthersPutThem() {
        see(
                sip(),
                new SkyPosition(310.747011233318, 44.405234757374),
                new SkyPosition(309.192777561206, 44.546798085746),
                new SkyPosition(310.431225771371, 45.540988255155));
    }

    @Test
    void pixelsOfTpvLieWhereOthersPutThem() {
        see(
                tpv(),
                new SkyPosition(310.760682475137, 44.416947676499),
                new SkyPosition(309.195521411363, 44.546676811429),
                new SkyPosition(310.442173238318, 45.542755198242));
    }

    @Property(tries = 200)
    void whatAPixelSeesIsSeenByThatPixel(
            @ForAll @DoubleRange(min = 1, max = 4096) double x, @ForAll @DoubleRange(min = 1, max = 4096) double y) {
        for (Header header : List.of(header("TAN"), sip(), tpv())) {
            WorldCoordinates coordinates = read(header);
            PixelPosition back = coordinates
                    .pixelAt(coordinates.skyAt(new PixelPosition(x, y)))
                    .orElseThrow();
            assertThat(Math.hypot(back.x() - x, back.y() - y)).isLessThan(1e-5);
        }
    }

    @Property(tries = 200)
    void theSkyIsSeenAtThePolesAndAcrossTheFirstMeridianToo(
            @ForAll @DoubleRange(min = -300, max = 300) double x,
            @ForAll @DoubleRange(min = -300, max = 300) double y,
            @ForAll @DoubleRange(min = -89.99, max = 89.99) double dec) {
        WorldCoordinates coordinates = new WorldCoordinates(
                new SkyPosition(0, dec),
                new PixelPosition(0, 0),
                new LinearMap(-3e-4, 0, 0, 3e-4),
                new Distortion.None());
        PixelPosition back =
                coordinates.pixelAt(coordinates.skyAt(new PixelPosition(x, y))).orElseThrow();
        assertThat(Math.hypot(back.x() - x, back.y() - y)).isLessThan(1e-5);
    }

    @Test
    void noPixelSeesWhatLiesBehind() {
        assertThat(read(header("TAN")).pixelAt(new SkyPosition(130, -45))).isEmpty();
    }

    @Test
    void coordinatesThatAreWrittenAreReadAgainAndReplaceWhatWasThere() {
        for (Header before : List.of(header("TAN"), sip(), tpv())) {
            for (Header target : List.of(header("TAN"), sip(), tpv())) {
                Header written = CoordinateCards.into(target, read(before));
                assertThat(read(written)).isEqualTo(read(before));
                assertThat(written.text("OBJECT")).contains("NGC 7000");
            }
        }
    }

    @Test
    void scalesWithARotationSayTheSameAsAMatrix() {
        Header turned = withoutMatrix()
                .put("CDELT1", -3e-4, "")
                .put("CDELT2", 3e-4, "")
                .put("CROTA2", 30, "")
                .build();
        LinearMap map = read(turned).map();
        assertThat(map.cd11()).isCloseTo(-3e-4 * Math.cos(Math.toRadians(30)), within(1e-15));
        assertThat(map.cd12()).isCloseTo(-1.5e-4, within(1e-15));
        assertThat(map.cd21()).isCloseTo(-1.5e-4, within(1e-15));
        assertThat(map.arcsecondsPerPixel()).isCloseTo(1.08, within(1e-9));
        assertThat(map.isMirrored()).isFalse();
    }

    @Test
    void scalesWithPcSayTheSameAsAMatrix() {
        Header scaled = withoutMatrix()
                .put("CDELT1", 2.0, "")
                .put("CDELT2", 4.0, "")
                .put("PC1_1", -1e-4, "")
                .put("PC2_2", 1e-4, "")
                .build();
        assertThat(read(scaled).map()).isEqualTo(new LinearMap(-2e-4, 0, 0, 4e-4));
    }

    @Test
    void headersThatCannotBeUnderstoodAreRefusedByTheCard() {
        refuse(header("TAN").toBuilder().remove("CTYPE1").build(), "there is no CTYPE1");
        refuse(header("TAN").toBuilder().remove("CRVAL2").build(), "CRVAL2");
        refuse(header("ZPN"), "-ZPN");
        refuse(withoutMatrix().build(), "CDELT1");
        refuse(header("TAN").toBuilder().put("RADESYS", "GALACTIC", "").build(), "RADESYS is GALACTIC");
        refuse(header("TAN").toBuilder().put("EQUINOX", 1875.0, "").build(), "EQUINOX is 1875");
        refuse(header("TAN").toBuilder().put("LONPOLE", 90.0, "").build(), "LONPOLE is 90");
        refuse(header("TAN").toBuilder().put("PV2_5", 0.1, "").build(), "PV2_5");
        refuse(sip().toBuilder().remove("B_ORDER").build(), "B_ORDER");
        refuse(header("TAN").toBuilder().put("CRVAL1", "20:40:00", "").build(), "CRVAL1");
        refuse(
                header("TAN").toBuilder()
                        .put("CD1_1", 0.0, "")
                        .put("CD1_2", 0.0, "")
                        .build(),
                "CDi_j");
    }

    @Test
    void placesThatAreNotOnTheSkyAreRefused() {
        assertThatThrownBy(() -> new SkyPosition(360, 0)).hasMessageContaining("right ascension");
        assertThatThrownBy(() -> new SkyPosition(0, 90.1)).hasMessageContaining("declination");
    }

    private static void see(Header header, SkyPosition... places) {
        WorldCoordinates coordinates = read(header);
        for (int i = 0; i < places.length; i++) {
            assertThat(coordinates.skyAt(PIXELS.get(i)).arcsecondsFrom(places[i]))
                    .as("pixel " + PIXELS.get(i))
                    .isLessThan(1e-7);
        }
    }

    private static void refuse(Header header, String reason) {
        HeaderCoordinates answer = CoordinateCards.from(header);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        HeaderCoordinates.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
        assertThat(answer.coordinates()).isEmpty();
    }

    private static WorldCoordinates read(Header header) {
        return CoordinateCards.from(header).coordinates().orElseThrow();
    }

    private static Header.Builder withoutMatrix() {
        return header("TAN").toBuilder()
                .remove("CD1_1")
                .remove("CD1_2")
                .remove("CD2_1")
                .remove("CD2_2");
    }

    private static Header header(String projection) {
        return Header.builder()
                .put("OBJECT", "NGC 7000", "")
                .put("CTYPE1", "RA---" + projection, "")
                .put("CTYPE2", "DEC--" + projection, "")
                .put("CRVAL1", 310.0, "")
                .put("CRVAL2", 45.0, "")
                .put("CRPIX1", 2048.5, "")
                .put("CRPIX2", 2000.25, "")
                .put("CD1_1", -2.7e-4, "")
                .put("CD1_2", 1e-5, "")
                .put("CD2_1", 1.2e-5, "")
                .put("CD2_2", 2.8e-4, "")
                .build();
    }

    private static Header sip() {
        return header("TAN-SIP").toBuilder()
                .put("A_ORDER", 3, "")
                .put("B_ORDER", 3, "")
                .put("A_2_0", 2e-6, "")
                .put("A_1_1", -1e-6, "")
                .put("A_3_0", 1e-9, "")
                .put("B_0_2", -3e-6, "")
                .put("B_1_2", 2e-9, "")
                .build();
    }

    @Test
    void sipIsToldAsTpvWithoutALoss() {
        WorldCoordinates sip = read(sip());
        WorldCoordinates tpv = sip.asTpv();
        assertThat(tpv.distortion()).isInstanceOf(Tpv.class);
        for (int x = -2000; x <= 4000; x += 500) {
            PixelPosition pixel = new PixelPosition(x, 3000 - x);
            assertThat(tpv.skyAt(pixel).arcsecondsFrom(sip.skyAt(pixel))).isLessThan(1e-6);
        }
        assertThat(read(CoordinateCards.into(Header.EMPTY, tpv))).isEqualTo(tpv);
        assertThat(tpv.asTpv()).isEqualTo(tpv);
    }

    private static Header tpv() {
        Header.Builder cards = header("TPV").toBuilder();
        int[] first = {0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 17, 23, 30, 39};
        double[] firstValues = {1e-4, 1.01, 1e-3, 2e-3, 1e-3, 2e-3, -1e-3, .01, .004, .003, .002, .001, .002, .003};
        for (int i = 0; i < first.length; i++) {
            cards.put("PV1_" + first[i], firstValues[i], "");
        }
        return cards.put("PV2_1", 0.99, "")
                .put("PV2_2", -1e-3, "")
                .put("PV2_8", .01, "")
                .put("PV2_9", .02, "")
                .build();
    }
}
