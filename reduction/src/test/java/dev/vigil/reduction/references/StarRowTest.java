package dev.vigil.reduction.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class StarRowTest {
    @Property
    void aRowKeepsWhatItIsGiven(
            @ForAll @DoubleRange(max = 359.9999999) @Scale(7) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec,
            @ForAll @DoubleRange(min = -11000, max = 11000) double motion,
            @ForAll @DoubleRange(min = -2, max = 800) double parallax,
            @ForAll @DoubleRange(min = -2, max = 30) double magnitude,
            @ForAll @DoubleRange(max = 6) double error) {
        SkyPosition place = new SkyPosition(ra, dec);
        CatalogueStar star =
                new CatalogueStar(place, motion, -motion, parallax, magnitude, error, -error, 100 * error, error);
        ByteBuffer bytes = ByteBuffer.allocate(StarRow.BYTES);
        StarRow.write(star, bytes, 0);
        CatalogueStar kept = StarRow.read(bytes, 0);
        assertThat(kept.position().arcsecondsFrom(place)).isLessThan(0.0003);
        assertThat(kept.motionRa()).isEqualTo(motion, within(0.00051));
        assertThat(kept.motionDec()).isEqualTo(-motion, within(0.00051));
        assertThat(kept.parallax()).isEqualTo(parallax, within(0.0126));
        assertThat(kept.magnitude()).isEqualTo(magnitude, within(0.00051));
        assertThat(kept.magnitudeError()).isEqualTo(error, within(0.000051));
        assertThat(kept.colour()).isEqualTo(-error, within(0.00051));
        assertThat(kept.positionError()).isEqualTo(100 * error, within(0.0051));
        assertThat(kept.motionError()).isEqualTo(error, within(0.0051));
    }
}
