package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.Trial.Findings;
import dev.vigil.instruments.Trial.Group;
import dev.vigil.instruments.Trial.Light;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
    private final Trial trial = new Trial(Profiles.bundled().profileFor("7DT01"), Frames.NOW);

    @Test
    void whatIsUnderstoodIsCountedByTypeFormAndNight() {
        read("2026-11-19/7DT01_20261120_031502_T11746_r_1x1_100.0s_0000.fits", Frames.science());
        read("2026-11-19/7DT01_20261120_031502_T11746_r_1x1_100.0s_0001.fits", Frames.science());
        Findings findings = trial.findings();
        assertThat(findings.isGood()).isTrue();
        assertThat(findings.types()).extracting(Group::what).containsExactly("science");
        assertThat(findings.forms()).extracting(Group::files).containsExactly(2L);
        assertThat(findings.forms().get(0).first()).contains(LocalDate.parse("2026-11-19"));
        assertThat(findings.folders().light()).isEqualTo(Light.GREEN);
    }

    @Test
    void namesOfNoFormAreGroupedByTheirPattern() {
        read("2026-11-18/flat12_a.fits", Frames.science().put("DATE-OBS", "2026-11-19T03:00:00", ""));
        read("2026-11-19/flat7_a.fits", Frames.science());
        read("2026-11-19/other.fits", Frames.science());
        assertThat(trial.findings().oddNames())
                .extracting(Group::what, Group::files)
                .containsExactly(tuple("flat#_a.fits", 2L), tuple("other.fits", 1L));
        Group flats = trial.findings().oddNames().get(0);
        assertThat(flats.first()).contains(LocalDate.parse("2026-11-18"));
        assertThat(flats.last()).contains(LocalDate.parse("2026-11-19"));
        assertThat(trial.findings().isGood()).isFalse();
    }

    @Test
    void whatCannotBeUnderstoodIsListedWithItsReason() {
        read("2026-11-19/a.fits", Frames.science().remove("DATE-OBS"));
        read("2026-11-19/b.fits", Frames.science().put("IMAGETYP", "Sculpture", ""));
        trial.unreadable("7DT01", "2026-11-19/c.fits", "not FITS");
        assertThat(trial.findings().refused())
                .extracting(Group::what)
                .anyMatch(why -> why.contains("DATE-OBS"))
                .anyMatch(why -> why.contains("Sculpture"));
        assertThat(trial.findings().unreadable()).extracting(Group::what).containsExactly("not FITS");
    }

    @Test
    void numbersThatNoFileHasBetweenOthersOfTheirNightAndSeriesAreTold() {
        for (String number : List.of("0000", "0003", "0007")) {
            read("2026-11-19/7DT01_20261120_031502_T11746_r_1x1_100.0s_" + number + ".fits", Frames.science());
        }
        read(
                "2026-11-19/7DT01_20261120_041502_T11746_i_1x1_100.0s_0009.fits",
                Frames.science().put("FILTER", "i", ""));
        trial.unreadable("7DT01", "2026-11-19/7DT01_20261120_051502_T11746_r_1x1_100.0s_0005.fits", "not FITS");
        assertThat(trial.findings().gaps())
                .extracting(Object::toString)
                .containsExactly(
                        "7DT01/2026-11-19/t11746 r#1-2", "7DT01/2026-11-19/t11746 r#4", "7DT01/2026-11-19/t11746 r#6");
    }

    @Test
    void aNumberThatOnlyTheHeaderOfAFileThatIsCutShortTellsIsNotMissing() {
        Trial kpf = new Trial(Profiles.bundled().profileFor("KPF"), Frames.NOW);
        kpf.read("KPF", "20261120/KP.20261120.11702.12.fits", numbered(1), Frames.NOW);
        kpf.cutShort("KPF", "20261120/KP.20261120.11802.12.fits", numbered(2), "cut short");
        kpf.read("KPF", "20261120/KP.20261120.11902.12.fits", numbered(4), Frames.NOW);
        assertThat(kpf.findings().unreadable()).extracting(Group::what).containsExactly("cut short");
        assertThat(kpf.findings().gaps()).extracting(Object::toString).containsExactly("KPF/2026-11-20/#3");
    }

    private static List<Hdu> numbered(int number) {
        return List.of(Frames.image(
                0,
                Frames.science()
                        .put("IMTYPE", "Object", "")
                        .put("ELAPTIME", 100.0, "")
                        .put("FRAMENO", number, "")
                        .build()));
    }

    @Test
    void whereNameAndHeaderDisagreeItIsSaid() {
        read("2026-11-19/7DT02_20261120_031502_T11746_r_1x1_100.0s_0000.fits", Frames.science());
        assertThat(trial.findings().flags()).extracting(Group::what).contains(Flag.NAME_DISAGREES_ON_UNIT.meaning());
    }

    @Test
    void whereAnObjectOrBinningDisagreesItIsSaidWithAnExample() {
        String path = "2026-11-19_2x2/7DT01_20261120_031502_M5_r_1x1_100.0s_0000.fits";
        read(path, Frames.science().put("CCDSUM", "1 1", ""));
        assertThat(trial.findings().flags())
                .extracting(Group::what, Group::example)
                .contains(
                        tuple(
                                Flag.NAME_DISAGREES_ON_OBJECT.meaning(),
                                "7DT01/" + path + ": the file name says the object M5, the header T11746"),
                        tuple(
                                Flag.FOLDER_DISAGREES_ON_BINNING.meaning(),
                                "7DT01/" + path + ": the folder says the binning 2x2, the header 1x1"));
    }

    @Test
    void theSameFolderOfTwoUnitsCountsTwice() {
        read("2026-11-19_old/a.fits", Frames.science());
        trial.read(
                "7DT02",
                "2026-11-19_old/a.fits",
                List.of(Frames.image(0, Frames.science().build())),
                Frames.NOW);
        assertThat(trial.findings().folders().others()).containsExactly("7DT01/2026-11-19_old", "7DT02/2026-11-19_old");
    }

    @Test
    void foldersAreGreenYellowOrRed() {
        assertThat(lightWith(10, 1)).isEqualTo(Light.GREEN);
        assertThat(lightWith(10, 2)).isEqualTo(Light.YELLOW);
        assertThat(lightWith(10, 3)).isEqualTo(Light.YELLOW);
        assertThat(lightWith(10, 4)).isEqualTo(Light.RED);
    }

    private static Light lightWith(int folders, int others) {
        return new Trial.Compliance(folders, List.of("x", "y", "z", "w").subList(0, others)).light();
    }

    private void read(String path, Header.Builder header) {
        trial.read("7DT01", path, List.of(Frames.image(0, header.build())), Frames.NOW);
    }
}
