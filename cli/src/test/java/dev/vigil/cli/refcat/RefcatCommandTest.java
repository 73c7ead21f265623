package dev.vigil.cli.refcat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefcatCommandTest {
    @TempDir
    Path folder;

    private String table;
    private String catalogue;

    @BeforeEach
    void aTable() throws IOException {
        table = folder.resolve("tycho.csv").toString();
        catalogue = folder.resolve("tycho.stars").toString();
        Files.writeString(Path.of(table), """
                RAmdeg,DEmdeg,pmRA,pmDE,BTmag,VTmag
                10.0,-20.0,3600.0,0.0,11.0,10.5
                10.1,-20.0,,,,11.5
                10.2,-20.0,,,,
                """);
    }

    private Run imported(String... more) {
        String[] arguments = {"refcat", "import", table, "--out", catalogue};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Run.vigil(all);
    }

    @Test
    void aTableBecomesACatalogueAndWhatWasLeftOutIsSaid() {
        Run run = imported("--note", "made for a test");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "recognised tycho2", "2 stars of 3 rows", "VT (Vega)", "epoch 2000.0", "1 without a magnitude");
        Run info = Run.vigil("refcat", "info", catalogue, "--check");
        assertThat(info.out())
                .contains("tycho", "BT-VT", "10.50 to 11.50", "made for a test", "every star is as it was");
    }

    @Test
    void aConeListsTheStarsAtTheEpochThatIsAskedFor() {
        imported();
        Run run = Run.vigil("refcat", "cone", catalogue, "10.05", "-20", "0.1", "--epoch", "2010", "--csv");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "ra,dec,mag,mag_error,colour,position_error,moving",
                        "10.01064177,-19.99999966,10.500,,0.500,,true",
                        "10.10000004,-19.99999998,11.500,,,,false");
        assertThat(Run.vigil("refcat", "cone", catalogue, "10.05", "-20", "0.1", "--limit", "1")
                        .out())
                .contains("10.500", "1 stars of tycho, VT (Vega), at epoch 2000.0")
                .doesNotContain("11.500");
    }

    @Test
    void aProgramGetsJson() throws IOException {
        imported();
        JsonNode json = new ObjectMapper()
                .readTree(Run.vigil("refcat", "cone", catalogue, "10", "-20", "1", "--json")
                        .out());
        assertThat(json.path("band").asText()).isEqualTo("VT");
        assertThat(json.path("stars")).hasSize(2);
        assertThat(json.path("stars").get(0).path("mag").asDouble()).isEqualTo(10.5);
        assertThat(json.path("stars").get(1).has("colour")).isFalse();
    }

    @Test
    void mistakesAreSaidInASentence() throws IOException {
        imported();
        assertThat(imported().err()).contains("tycho.stars", "exists");
        assertThat(Run.vigil("refcat", "cone", table, "1", "1", "1").err()).contains("tycho.csv", "no catalogue");
        assertThat(Run.vigil("refcat", "cone", catalogue, "400", "1", "1").err())
                .contains("right ascension");
        assertThat(Run.vigil("refcat", "cone", catalogue, "4", "1", "1", "--epoch", "26")
                        .err())
                .contains("a year from");
        Files.delete(Path.of(catalogue));
        assertThat(imported("--columns", "right=RA").err()).contains("right=RA", "pmra-error");
        assertThat(imported("--band", "r").err()).contains("tycho.csv", "no band 'r'", "VT, BT");
        assertThat(imported("--within", "1,2").err()).contains("RA,DEC,RADIUS");
    }

    @Test
    void patternsForFramesThatDoNotSayWhereTheyLookAreMadeBesideTheCatalogue() {
        imported();
        Run run = Run.vigil("refcat", "patterns", catalogue);
        assertThat(run.out()).contains("0 patterns of tycho", catalogue + ".patterns");
        assertThat(Path.of(catalogue + ".patterns")).exists();
    }
}
