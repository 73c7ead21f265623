package dev.vigil.instruments;

import static dev.vigil.instruments.Frames.science;
import static dev.vigil.instruments.Frames.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    @TempDir
    Path folder;

    @Test
    void aUnitThatNoProfileNamesGetsTheGenericOne() {
        assertThat(Profiles.bundled().profileFor("ANY").name()).isEqualTo("generic");
    }

    @Test
    void aProfileOfTheUsersOwnTakesItsUnitsAndWhatItDoesNotSayFromTheOther() throws IOException {
        write("mine.yaml", """
                profile: mine
                extends: generic
                units: ['TEL\\d\\d']
                site: {name: Here, longitude: 155.5, latitude: 19.8, height: 4139}
                headers: {object: [TARGET]}
                gain:
                  table: [{setting: 2750, electronsPerAdu: 0.256}]
                """);
        Profiles profiles = Profiles.bundledAnd(folder);
        Profile mine = profiles.profileFor("TEL01");
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(profiles.profileFor("OTHER").name()).isEqualTo("generic");
        FrameDescription frame = ((Judged.Described) mine.judge(source(science()
                        .put("TARGET", "M5", "")
                        .put("DATE-OBS", "2026-11-20T03:00:00", "")
                        .remove("EGAIN")
                        .put("GAIN", 2750, ""))))
                .frame();
        assertThat(frame.object()).contains("M5");
        assertThat(frame.night().date()).contains(LocalDate.parse("2026-11-20"));
        assertThat(frame.detectors().get(0).amplifiers().get(0).electronsPerAdu())
                .contains(0.256);
    }

    @Test
    void namesAreReadByTheGrammarOfTheProfile() throws IOException {
        write("named.yaml", """
                profile: named
                extends: generic
                units: [TEL01]
                names:
                  forms:
                    - '\\w+_(?<date>\\d{8})_(?<time>\\d{6})_(?<object>.+)_(?<filter>[^_]+)_(?<number>\\d{4})\\.fits'
                """);
        Profile named = Profiles.bundledAnd(folder).profileFor("TEL01");
        FrameDescription frame = ((Judged.Described) named.judge(source(
                        "2026-11-19/TEL01_20261120_031502_Serpens_main_m400_0042.fits",
                        science().remove("OBJECT").build())))
                .frame();
        assertThat(frame.object()).contains("Serpens_main");
        assertThat(frame.numbers().running()).contains(42L);
        assertThat(frame.flags()).containsExactly(Flag.OBJECT_FROM_NAME, Flag.NAME_DISAGREES_ON_FILTER);
        FrameDescription late = ((Judged.Described) named.judge(source(
                        "2026-11-19/TEL01_20261120_041502_T11746_r_0042.fits",
                        science().build())))
                .frame();
        assertThat(late.flags()).containsExactly(Flag.NAME_DISAGREES_ON_TIME);
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirPlaces() throws IOException {
        write("bad.yaml", """
                profile: bad
                extends: generic
                units: ['(']
                headers: {objct: [OBJECT]}
                night: {rule: noon}
                sets: {quiet: soon}
                reduction:
                  masters:
                    science: {bias: needed, lamp: required}
                names: {forms: ['(?<colour>.*)']}
                folders: {forms: ['(?<moon>.*)']}
                """);
        write("worse.yaml", "profile: [unclosed");
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes.getMessage())
                .contains("bad.yaml.units: is no pattern")
                .contains("bad.yaml.headers.objct: is not known; did you mean object?")
                .contains("bad.yaml.night.rule: must be solar-noon, utc-date, tai-12h, folder, not 'noon'")
                .contains("bad.yaml.sets.quiet: must be a time such as")
                .contains("bad.yaml.reduction.masters.science.bias: must be required, optional or unused")
                .contains("bad.yaml.reduction.masters.science.lamp: is not known")
                .contains("bad.yaml.names.forms: a name cannot tell 'colour'")
                .contains("bad.yaml.folders.forms: a folder cannot tell 'moon'")
                .contains("worse.yaml: line ");
        assertThat(mistakes.mistakes()).hasSize(9);
    }

    @Test
    void anEntryOfTheGainTableThatCanNeverApplyIsAMistake() throws IOException {
        write("table.yaml", """
                profile: table
                extends: generic
                gain:
                  table:
                    - {setting: "*", electronsPerAdu: 1}
                    - {camera: A, setting: 100, electronsPerAdu: 2}
                    - {setting: 100.0, electronsPerAdu: 3}
                    - {camera: B, setting: 100, electronsPerAdu: 4}
                """);
        write("blind.yaml", """
                profile: blind
                extends: generic
                headers: {gainSetting: [], camera: []}
                gain:
                  table: [{camera: A, setting: 100, electronsPerAdu: 2}]
                """);
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes.mistakes())
                .extracting(Object::toString)
                .containsExactly(
                        "blind.yaml.gain.table[0].setting: can never apply: name the keyword of the setting under headers.gainSetting",
                        "blind.yaml.gain.table[0].camera: can never apply: name the keyword of the camera under headers.camera",
                        "table.yaml.gain.table[0].setting: is no pattern: no camera has the setting '*'; write one entry for each setting, as the header says it",
                        "table.yaml.gain.table[3].setting: can never apply: an entry before it is for the setting '100' too");
    }

    @Test
    void aSettingMayBeWrittenWithItsPoint() throws IOException {
        write("mine.yaml", """
                profile: mine
                extends: generic
                units: [TEL01]
                gain:
                  table: [{setting: 2750.0, electronsPerAdu: 0.256}]
                """);
        FrameDescription frame = Frames.frame(Profiles.bundledAnd(folder)
                .profileFor("TEL01")
                .judge(source(science().remove("EGAIN").put("GAIN", 2750, ""))));
        assertThat(frame.detectors().get(0).amplifiers().get(0).electronsPerAdu())
                .contains(0.256);
    }

    @Test
    void aProfileThatExtendsNothingThatIsThereIsAMistakeAndNoMore() throws IOException {
        write("child.yaml", "profile: child\nextends: orphan\n");
        write("orphan.yaml", "profile: orphan\nextends: genric\n");
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes.mistakes())
                .singleElement()
                .asString()
                .startsWith("orphan.yaml.extends: 'genric' is no profile");
    }

    @Test
    void aFolderMayHaveAnotherNameThanItsUnit() throws IOException {
        assertThat(Profiles.bundled().profileFor("7DT-05").unitOf("7DT-05")).isEqualTo("7DT05");
        assertThat(Profiles.bundled().profileFor("7DT05").unitOf("7DT05")).isEqualTo("7DT05");
        assertThat(Profiles.bundled().profileFor("TEL01").unitOf("TEL01")).isEqualTo("TEL01");
        write("bad.yaml", "profile: bad\nextends: generic\naliases: [{folder: 'TEL.*', unit: 'T$1'}, {unit: X}]\n");
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes)
                .hasMessageContaining("bad.yaml.aliases[0].folder: means 'T$1', but 'TEL.*' has only 0 groups")
                .hasMessageContaining("bad.yaml.aliases[1].folder: is missing");
    }

    @Test
    void theGenericProfileCanBeReplaced() throws IOException {
        write("generic.yaml", "profile: generic\nextends: generic\nfiles: {quiet: 3 s}\n");
        assertThat(Profiles.bundledAnd(folder).profileFor("X").fileQuiet()).contains(Duration.ofSeconds(3));
        assertThat(Profiles.bundledAnd(folder).all()).extracting(Profile::name).containsOnlyOnce("generic");
    }

    @Test
    void aProfileMayExtendOneThatExtendsAnother() throws IOException {
        Files.writeString(folder.resolve("junk.csv"), "# frame, why\nKP.20240501.12345.67.fits, cosmic shower\n");
        write("mykpf.yaml", "profile: mykpf\nextends: kpf\nunits: [KPF2]\njunk: junk.csv\n");
        Profile mine = Profiles.bundledAnd(folder).profileFor("KPF2");
        assertThat(mine.recipes()).containsExactly("echelle");
        assertThat(mine.site().orElseThrow().name()).isEqualTo("Mauna Kea");
        assertThat(mine.formOf("KP.20240501.12345.67.fits")).isPresent();
    }

    @Test
    void aFrameOnTheJunkListIsExcludedByThatRule() throws IOException {
        Files.writeString(folder.resolve("junk.csv"), "# frame, why\n\"abc_0001\", trailed\n");
        write("mine.yaml", "profile: mine\nextends: generic\nunits: [TEL01]\njunk: junk.csv\n");
        Profile mine = Profiles.bundledAnd(folder).profileFor("TEL01");
        assertThat(((Judged.Excluded) mine.judge(source(science()))).rule()).isEqualTo("junk");
        assertThat(mine.judge(source("2026-11-19/abc_0002.fits", science().build())))
                .isInstanceOf(Judged.Described.class);
    }

    @Test
    void profilesThatExtendEachOtherInACircleAreSaidToDoSo() throws IOException {
        write("a.yaml", "profile: a\nextends: b\n");
        write("b.yaml", "profile: b\nextends: a\n");
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes.getMessage()).contains("extend each other in a circle");
    }

    @Test
    void everyMistakeInTheNewPartsIsSaidAtOnce() throws IOException {
        write("bad.yaml", """
                profile: bad
                extends: generic
                junk: nowhere.csv
                headers: {firstWordOf: [colour]}
                surroundings: {wind: [{keyword: WIND, dialect: klingon}]}
                exclusions:
                  - {name: x, flags: [SHINY], header: {keyword: GRATING}}
                """);
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes.getMessage())
                .contains("bad.yaml.junk: names a list that cannot be read")
                .contains("bad.yaml.headers.firstWordOf: 'colour' is no key of headers")
                .contains("'klingon' is not among the dialects")
                .contains("'SHINY' is no flag")
                .contains("with either 'is' or 'isNot'");
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }
}
