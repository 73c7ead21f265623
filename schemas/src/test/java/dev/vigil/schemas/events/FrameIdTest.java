package dev.vigil.schemas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FrameIdTest {

    @Test
    void anOrdinaryPathIsItsOwnId() {
        String path = "7DT05/2026-11-19/7DT05_20261120_031502_T11746_i_1x1_100.0s_0000.fits";
        assertThat(FrameId.ofPath(path).value()).isEqualTo(path);
        assertThat(FrameId.ofPath(path).unit()).isEqualTo("7DT05");
    }

    @Test
    void spacesAndNewlinesAreEncoded() {
        assertThat(FrameId.ofPath("U1/n/my frame\n1.fits").value()).isEqualTo("U1/n/my%20frame%0A1.fits");
    }

    @Test
    void aTildeInANameIsNotTakenForAReusedName() {
        FrameId id = FrameId.ofPath("U1/n/a~2.fits");
        assertThat(id.use()).isEqualTo(1);
        assertThat(id.path()).isEqualTo("U1/n/a~2.fits");
    }

    @Test
    void aReusedNameIsCountedOn() {
        FrameId first = FrameId.ofPath("U1/n/a.fits");
        assertThat(first.reused().value()).isEqualTo("U1/n/a.fits~2");
        assertThat(first.reused().reused().value()).isEqualTo("U1/n/a.fits~3");
        assertThat(first.reused().path()).isEqualTo("U1/n/a.fits");
    }

    @Property
    void thePathComesBackWhateverItsName(@ForAll String name) {
        String path = "U1/" + name.replace("/", "_") + "x";
        Assume.that(path.chars().noneMatch(c -> Character.isSurrogate((char) c)));
        assertThat(FrameId.ofPath(path).path()).isEqualTo(path);
    }

    @Test
    void aReasonThatNamesOneFileIsTheSameForEach() {
        FrameId first = FrameId.ofPath("7DT05/2026-11-19/a b.fits");
        FrameId second = FrameId.ofPath("7DT05/2026-11-19/c.fits");
        assertThat(first.ofEach("7DT05/2026-11-19/a b.fits has no DATE-OBS; mend a b.fits"))
                .isEqualTo(second.ofEach("7DT05/2026-11-19/c.fits has no DATE-OBS; mend c.fits"))
                .isEqualTo("each of them has no DATE-OBS; mend each of them");
    }

    @Test
    void aReasonThatNamesAPlaceKeepsItsFolder() {
        FrameId first = FrameId.ofPath("7DT05/2026-11-19/a b.fits");
        FrameId second = FrameId.ofPath("7DT05/2026-11-19/c.fits");
        assertThat(first.ofEach("it is not at /copies/7DT05/2026-11-19/a b.fits"))
                .isEqualTo(second.ofEach("it is not at /copies/7DT05/2026-11-19/c.fits"))
                .isEqualTo("it is not at /copies/7DT05/2026-11-19/<name>");
    }

    @Test
    void aUnitWithASpaceStandsEncodedInKeys() {
        assertThat(FrameId.encodedUnit("Robo AO")).isEqualTo("Robo%20AO");
        assertThat(FrameId.ofPath("Robo AO/x").unit()).isEqualTo(FrameId.encodedUnit("Robo AO"));
    }

    @Test
    void whatIsNotAnIdIsRefused() {
        assertThatThrownBy(() -> new FrameId("no-unit")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameId("U1/with space")).hasMessageContaining("percent-encoded");
    }
}
