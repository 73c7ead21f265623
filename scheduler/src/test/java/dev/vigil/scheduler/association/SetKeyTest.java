package dev.vigil.scheduler.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.Sky;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.MasterKind;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetKeyTest {
    private static final Sky SKY = Sky.TONIGHT;

    private static SetKey key(FrameAnnounced announced) {
        return SetKey.of(announced).orElseThrow();
    }

    @Test
    void framesThatAgreeAreOneSet() {
        assertThat(key(SKY.bias(1))).isEqualTo(key(SKY.bias(2)));
    }

    @Test
    void aSetHasANameThatAPersonCanRead() {
        assertThat(key(SKY.flat(1, "m400")).master(2).value())
                .matches("7DT05/masters/flat/2026-11-19_m400_[0-9a-f]{8}/v2");
        assertThat(key(SKY.dark(1, 0.5)).name()).startsWith("2026-11-19_0.5s_");
        assertThat(key(SKY.flat(1, "g DECam SDSS")).name()).startsWith("2026-11-19_g-DECam-SDSS_");
    }

    @Test
    void filtersThatLookAlikeInTheNameAreStillTwoSets() {
        assertThat(key(SKY.flat(1, "g 1"))).isNotEqualTo(key(SKY.flat(1, "g-1")));
    }

    @Test
    void whatMustAgreeDivides() {
        SetKey one = key(SKY.dark(1, 100));
        assertThat(key(SKY.dark(1, 60))).isNotEqualTo(one);
        assertThat(key(SKY.withNight(LocalDate.parse("2026-11-20")).dark(1, 100)))
                .isNotEqualTo(one);
        assertThat(key(SKY.withUnit("7DT06").dark(1, 100))).isNotEqualTo(one);
        assertThat(key(SKY.with(Sky.configuration("2x2", Optional.of(-10.0))).dark(1, 100)))
                .isNotEqualTo(one);
        assertThat(key(SKY.with(Sky.configuration("1x1", Optional.of(-20.0))).dark(1, 100)))
                .isNotEqualTo(one);
    }

    @Test
    void theFilterThatHappensToBeInDoesNotDivideBiases() {
        assertThat(key(SKY.frame(dev.vigil.schemas.events.FrameType.BIAS, 1, 1, "g", 0)))
                .isEqualTo(key(SKY.bias(2)));
    }

    @Test
    void aSensorThatIsAFractionOfADegreeOffBelongsToTheSameSet() {
        assertThat(key(SKY.with(Sky.configuration("1x1", Optional.of(-9.8))).bias(1)))
                .isEqualTo(key(
                        SKY.with(Sky.configuration("1x1", Optional.of(-10.3))).bias(1)));
    }

    @Test
    void scienceFramesAndExcludedOnesBelongToNoSet() {
        assertThat(SetKey.of(SKY.science(1))).isEmpty();
        assertThat(SetKey.of(SKY.excluded(1))).isEmpty();
    }

    @Test
    void theTextOfAKeyGivesTheKeyBack() {
        SetKey key = key(SKY.flat(1, "r"));
        assertThat(SetKey.parse(key.text())).isEqualTo(key);
        assertThat(key.kind()).isEqualTo(MasterKind.FLAT);
    }
}
