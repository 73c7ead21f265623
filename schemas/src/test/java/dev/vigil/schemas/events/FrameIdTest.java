package dev.vigil.schemas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "is not at /copies/2026-11-19_{name} | is not at /copies/2026-11-19_<name>",
                "is not at /copies/{name}.done | is not at /copies/<name>.done",
                "is not at /copies/raw-{path}: gone | is not at /copies/raw-LATISS/2026-11-19/<name>: gone",
                "has no /repo/2026-11-19/{stem}.yaml | has no /repo/2026-11-19/<stem>.yaml",
                "has no line with '\"f\": \"{name}\"' in /log | has no line with '\"f\": \"<name>\"' in /log",
                "has no line with '{stem}' in /log | has no line with '<stem>' in /log",
                "nobody has said yet that it has taken it in: vigil ingested {path} | nobody has said yet that it has taken it in: vigil ingested FRAME",
                "run fitscheck --write '/in/{path}' | run fitscheck --write '/in/LATISS/2026-11-19/<name>'",
                "{path}: no date (see {name}) | each of them: no date (see each of them)",
                "it is at /copies/<name> or /copies/<stem> | it is at /copies/<name> or /copies/<stem>",
            })
    void aPlaceOfEachIsThePatternThatItWasMadeOf(String said, String ofEach) {
        for (String name : List.of("AT_O_20261119_000123.fits.fz", "a.fits", "m e.fits")) {
            FrameId frame = FrameId.ofPath("LATISS/2026-11-19/" + name);
            String stem = name.substring(0, name.indexOf('.'));
            assertThat(frame.ofEach(said.replace("{path}", frame.path())
                            .replace("{name}", name)
                            .replace("{stem}", stem)))
                    .as(name)
                    .isEqualTo(ofEach);
        }
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

    @Test
    void theStemIsTheNameWithoutWhatEveryFitsFileHas() {
        assertThat(FrameId.ofPath("T1/2026-11-19/a.b.fits").stem()).isEqualTo("a.b");
        assertThat(FrameId.ofPath("T1/2026-11-19/a.FIT.fz").stem()).isEqualTo("a");
        assertThat(FrameId.ofPath("T1/2026-11-19/a.dat.gz").stem()).isEqualTo("a.dat");
    }
}
