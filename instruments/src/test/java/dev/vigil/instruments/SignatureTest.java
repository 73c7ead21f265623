package dev.vigil.instruments;

import static dev.vigil.instruments.Frames.science;
import static dev.vigil.instruments.Frames.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.instruments.signature.LinearityCurve;
import dev.vigil.instruments.signature.OverscanRule;
import dev.vigil.instruments.signature.Readout;
import dev.vigil.instruments.signature.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile says of its camera's electronics, and by which recipe which frame is reduced. */
class SignatureTest {
    @TempDir
    Path folder;

    private Profile profile(String more) throws IOException {
        write("mine.yaml", "profile: mine\nextends: generic\nunits: [TEL01]\n" + more);
        return Profiles.bundledAnd(folder).profileFor("TEL01");
    }

    private String mistakes(String more) {
        return catchThrowableOfType(ProfileMistakes.class, () -> profile(more)).getMessage();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aCameraOfWhichNothingIsKnownHasItsOverscanTakenRowByRow() throws IOException {
        assertThat(profile("").signature()).isEqualTo(Signature.NONE);
    }

    @Test
    void crosstalkAndLinearityStandInTheProfile() throws IOException {
        Signature signature = profile("""
                recipe:
                  overscan: fit
                  crosstalk: [{to: '*/A', from: '*/B', coefficient: 1.2e-4, mirrored: x}]
                  linearity:
                    - {amplifier: N4/A, polynomial: [1, 2.1e-7], upTo: 45000}
                    - {amplifier: N4/B, counted: [0, 20000], linear: [0, 20080]}
                """).signature();
        assertThat(signature.overscan()).isEqualTo(OverscanRule.FIT);
        assertThat(signature.crosstalk()).singleElement().satisfies(leak -> {
            assertThat(leak.to().is("S7", "A")).isTrue();
            assertThat(leak.from().is("S7", "A")).isFalse();
            assertThat(leak.coefficient()).isEqualTo(1.2e-4);
            assertThat(leak.isMirroredIn("x")).isTrue();
            assertThat(leak.isMirroredIn("y")).isFalse();
        });
        assertThat(signature.linearity())
                .containsExactly(
                        LinearityCurve.polynomial(new Readout("N4", "A"), List.of(1.0, 2.1e-7), 45_000),
                        LinearityCurve.points(new Readout("N4", "B"), List.of(0.0, 20_000.0), List.of(0.0, 20_080.0)));
    }

    @Test
    void bothMayStandInFilesBesideTheProfile() throws IOException {
        write("xtalk.csv", "# to, from, coefficient, mirrored\nC10, C11, 0.0003\nC11, C10, 0.0004, xy\n");
        write("linear.csv", "C10,0,0\nC10,1000,1010 # measured in March\nC11,0,0\nC11,900,905\n");
        Signature signature = profile("recipe: {crosstalkFile: xtalk.csv, linearityFile: linear.csv}\n")
                .signature();
        assertThat(signature.crosstalk()).hasSize(2);
        assertThat(signature.crosstalk().get(1).isMirroredIn("y")).isTrue();
        assertThat(signature.linearity())
                .contains(LinearityCurve.points(new Readout("C10", "1"), List.of(0.0, 1000.0), List.of(0.0, 1010.0)));
    }

    @Test
    void whatIsWrongWithThemIsSaidWithItsPlace() throws IOException {
        write("xtalk.csv", "C10, C11, much\n");
        assertThat(mistakes("""
                recipe:
                  overscan: column
                  crosstalk: [{to: '*/A', from: N4/B, coefficient: 0.1}, {to: N4/A, from: N4/B, coefficient: 3}]
                  crosstalkFile: xtalk.csv
                  linearity: [{amplifier: N4/A, counted: [0, 10, 5], linear: [0, 1, 2]}, {amplifier: N4/B}]
                  linearityFile: nowhere.csv
                """))
                .contains("mine.yaml.recipe.overscan: must be one of row-mean, row-median, fit, median, none")
                .contains("mine.yaml.recipe.crosstalk[0].coefficient: '*' stands for one detector after the other")
                .contains("mine.yaml.recipe.crosstalk[1].coefficient: must be a share between -1 and 1, not 3.0")
                .contains(
                        "mine.yaml.recipe.crosstalkFile: is wrong in line 1 of xtalk.csv: must be a number, not 'much'")
                .contains("mine.yaml.recipe.linearity[0].counted: the linearity of N4/A must rise from 10.0 to 5.0")
                .contains(
                        "mine.yaml.recipe.linearity[1].polynomial: the linearity of N4/B is given by a polynomial, or")
                .contains("mine.yaml.recipe.linearityFile: names the file ")
                .contains("nowhere.csv, which cannot be read");
    }

    @Test
    void aMeasuredGainCountsWhereNoCardTellsIt() throws IOException {
        Profile profile = profile("gain: {amplifiers: [{name: '1', electronsPerAdu: 0.58, readNoise: 8.1}]}\n");
        Amplifier measured = amplifier(profile.judge(source(science().remove("EGAIN"))));
        assertThat(measured.electronsPerAdu()).contains(0.58);
        assertThat(measured.readNoiseElectrons()).contains(8.1);
        assertThat(amplifier(profile.judge(source(science()))).electronsPerAdu())
                .contains(0.256);
        assertThat(mistakes("gain: {amplifiers: [{name: C10, electronsPerAdu: -1}, {name: C11}]}\n"))
                .contains("gain.amplifiers[0].electronsPerAdu: electrons per ADU must be positive, not -1.0")
                .contains("gain.amplifiers[1].electronsPerAdu: is missing");
    }

    private static Amplifier amplifier(Judged judged) {
        return ((Judged.Described) judged)
                .frame()
                .detectors()
                .get(0)
                .amplifiers()
                .get(0);
    }

    @Test
    void theFirstRecipeThatIsForAFrameCounts() throws IOException {
        Profile profile = profile("""
                reduction:
                  recipe:
                    - {name: none, why: dispersed, types: [science], header: {keyword: GRATING, isNot: ['empty.*']}}
                    - {name: none, why: polarised, types: [science], header: {keyword: POLAR, is: ['in']}}
                    - {name: imaging}
                """);
        assertThat(profile.recipes()).containsExactly("none (dispersed)", "none (polarised)", "imaging");
        assertThat(excludedBy(profile, "GRATING", "holo4_003")).isEqualTo("dispersed");
        assertThat(excludedBy(profile, "POLAR", "IN")).isEqualTo("polarised");
        Judged image = profile.judge(source(science().put("GRATING", "EMPTY_1", "")));
        assertThat(((Judged.Described) image).frame().recipe()).isEqualTo("imaging");
    }

    @Test
    void aFrameForWhichNoRecipeIsMeantIsNotReduced() throws IOException {
        Profile profile = profile("""
                reduction:
                  recipe: [{name: imaging, types: [science], header: {keyword: MODE, is: [imaging]}}]
                """);
        assertThat(excludedBy(profile, "MODE", "slitless")).isEqualTo("no-recipe");
        Judged bias =
                profile.judge(source(science().put("IMAGETYP", "Bias Frame", "").put("EXPTIME", 0.0, "")));
        assertThat(bias).isInstanceOf(Judged.Described.class);
    }

    private static String excludedBy(Profile profile, String keyword, String value) {
        return ((Judged.Excluded) profile.judge(source(science().put(keyword, value, "")))).rule();
    }

    @Test
    void aRecipeThatSavesWorkMayBeNamed() throws IOException {
        assertThat(profile("reduction: {recipe: imaging-apertures}\n").name()).isEqualTo("mine");
    }

    @Test
    void recipesThatDoNotExistAreToldWhenTheProfileIsLoaded() {
        assertThat(mistakes("reduction: {recipe: imagin}\n"))
                .contains(
                        "mine.yaml.reduction.recipe: 'imagin' is no recipe; they are imaging, imaging-apertures, none,");
        assertThat(mistakes("reduction: {recipe: echelle}\n"))
                .contains("mine.yaml.reduction.recipe: 'echelle' is not built: leave reduction.types empty");
        assertThat(mistakes("reduction: {recipe: [{name: none}, {name: imaging, header: {keyword: GRATING}}]}\n"))
                .contains("mine.yaml.reduction.recipe[0].why: must say, in one word, why frames are not reduced")
                .contains("mine.yaml.reduction.recipe[1].header.keyword: must be given, with either 'is' or 'isNot'");
    }
}
