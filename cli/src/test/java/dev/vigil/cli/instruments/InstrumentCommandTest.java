package dev.vigil.cli.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.cli.Run;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentCommandTest {
    private static final String NAME = "7DT05_20261120_031502_T11746_r_1x1_100.0s_0000.fits";

    @TempDir
    Path incoming;

    private Path night;

    @BeforeEach
    void aNight() throws IOException {
        night = Files.createDirectories(incoming.resolve("7DT05/2026-11-19_gain2750"));
        frame(NAME, "LIGHT");
    }

    @Test
    void theProfilesAreListed() {
        Run run = Run.vigil("instrument", "list");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("7dt", "latiss", "decam", "hsc", "kpf", "robo-ao", "generic", "El Sauce");
    }

    @Test
    void aProfileIsShownWholeAndCanBeUsedAsIs() throws IOException {
        Run run = Run.vigil("instrument", "show", "decam");
        assertThat(run.out()).contains("Cerro Tololo", "OBSTYPE");
        Path own = Files.createDirectories(incoming.resolve("own"));
        Files.writeString(own.resolve("mine.yaml"), run.out());
        assertThat(Run.vigil("instrument", "check", "decam", "--profiles", own.toString()))
                .satisfies(check -> assertThat(check.status()).as(check.err()).isZero());
    }

    @Test
    void filesThatFitAreUnderstoodWhetherTheUnitsFolderOrTheOneAboveIsNamed() {
        for (Path folder : List.of(incoming, incoming.resolve("7DT05"), night)) {
            Run run = Run.vigil("instrument", "check", "7dt", folder.toString());
            assertThat(run.out())
                    .contains("Tried on 1 files", "science", "GREEN: 1 of 1 folders")
                    .contains("Taken for the folder of a unit: " + incoming.resolve("7DT05"));
        }
        Run run = Run.vigil("instrument", "check", "7dt", incoming.toString());
        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out()).contains("2026-11-19 – 2026-11-19", "GREEN: 1 of 1 folders");
    }

    @Test
    void aFolderAroundTheUnitsMayBeCalledLikeAUnitItself() throws IOException {
        Path around = Files.createDirectories(incoming.resolve("7DT20/data"));
        Files.move(incoming.resolve("7DT05"), around.resolve("7DT05"));
        for (Path folder : List.of(around.getParent(), around, around.resolve("7DT05"))) {
            Run run = Run.vigil("instrument", "check", "7dt", folder.toString());
            assertThat(run.out()).contains("Tried on 1 files", "GREEN: 1 of 1 folders");
        }
    }

    @Test
    void aFolderOfNightsThatLiesInAUnitsOwnIsNoUnit() throws IOException {
        Files.move(night, Files.createDirectories(incoming.resolve("7DT05/L1")).resolve("2026-11-19"));
        Run run = Run.vigil("instrument", "check", "7dt", incoming.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("RED: 0 of 1 folders", "not 7DT05/L1/2026-11-19");
    }

    @Test
    void whatDoesNotFitIsSaidAndTheStatusIsOne() throws IOException {
        frame("snapshot3.fits", "Sculpture");
        Files.writeString(night.resolve("text.fits"), "no FITS at all");
        Run run = Run.vigil("instrument", "check", "7dt", incoming.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("'Sculpture'", "snapshot#.fits", "not FITS", "Not all is understood");
    }

    @Test
    void aFolderWithoutAFrameIsNoSuccess() throws IOException {
        Path empty = Files.createDirectories(incoming.resolve("7DT06/2026-11-19"));
        for (String form : List.of("--json", "--profiles=" + empty)) {
            Run run = Run.vigil("instrument", "check", "7dt", empty.toString(), form);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("there is no FITS file", "below " + empty, "name the folder of a unit");
        }
        Files.writeString(empty.resolve("notes.txt"), "clouds");
        assertThat(Run.vigil("instrument", "check", "7dt", empty.toString()).status())
                .isEqualTo(1);
    }

    @Test
    void aFileThatIsCutShortIsNotUnderstood() throws IOException {
        cut(night.resolve(NAME));
        Run run = Run.vigil("instrument", "check", "7dt", incoming.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("UNREADABLE", "cut short", NAME);
    }

    @Test
    void aProgramGetsJson() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Run.vigil("instrument", "check", "7dt", incoming.toString(), "--json")
                        .out());
        assertThat(json.path("files").asInt()).isEqualTo(1);
        assertThat(json.path("good").asBoolean()).isTrue();
        assertThat(json.path("folders").path("light").asText()).isEqualTo("GREEN");
    }

    @Test
    void numbersThatNoFileHasAreTold() throws IOException {
        frame(NAME.replace("_0000", "_0004"), "LIGHT");
        Run run = Run.vigil("instrument", "check", "7dt", incoming.toString());
        assertThat(run.out()).containsPattern("Running numbers that no file has.*\\R +3  7DT05/2026-11-19/.*#1-3");
        JsonNode gap = new ObjectMapper()
                .readTree(Run.vigil("instrument", "check", "7dt", incoming.toString(), "--json")
                        .out())
                .path("gaps")
                .path(0);
        assertThat(gap.path("first").asInt()).isEqualTo(1);
        assertThat(gap.path("last").asInt()).isEqualTo(3);
    }

    @Test
    void theNumberOfAFileThatIsCutShortIsNotMissing() throws IOException {
        Path latiss = Files.createDirectories(incoming.resolve("LATISS/2026-11-19"));
        for (int number : List.of(1, 2, 4)) {
            counted(latiss.resolve("shot" + number + ".fits"), number);
        }
        cut(latiss.resolve("shot2.fits"));
        Run run = Run.vigil("instrument", "check", "latiss", latiss.getParent().toString());
        assertThat(run.out()).containsPattern("Running numbers that no file has.*\\R +1  LATISS/2026-11-19/#3");
    }

    @Test
    void nothingIsTouched() throws IOException {
        var before = Files.getLastModifiedTime(night.resolve(NAME));
        Run.vigil("instrument", "check", "7dt", incoming.toString());
        assertThat(Files.getLastModifiedTime(night.resolve(NAME))).isEqualTo(before);
        try (var files = Files.list(night)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anUnknownProfileIsAnsweredWithThoseThatThereAre() {
        Run run = Run.vigil("instrument", "check", "7td");
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("there is no profile 7td", "7dt");
    }

    @Test
    void mistakesInAProfileAreSaidWithTheirPlaces() throws IOException {
        Files.writeString(incoming.resolve("bad.yaml"), "profile: bad\nextends: generic\nnight: {rule: moon}\n");
        Run run = Run.vigil("instrument", "check", "bad", "--profiles", incoming.toString());
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("bad.yaml.night.rule", "solar-noon");
    }

    private static void cut(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
        }
    }

    private void frame(String name, String type) throws IOException {
        write(night.resolve(name), header(type).build());
    }

    private static void counted(Path file, int number) throws IOException {
        write(
                file,
                header("OBJECT")
                        .put("IMGTYPE", "OBJECT", "")
                        .put("SEQNUM", number, "")
                        .build());
    }

    private static Header.Builder header(String type) {
        return Header.builder()
                .put("IMAGETYP", type, "")
                .put("OBJECT", "T11746", "")
                .put("EXPTIME", 100.0, "")
                .put("DATE-OBS", "2026-11-20T03:15:02", "")
                .put("FILTER", "r", "")
                .put("EGAIN", 0.256, "");
    }

    private static void write(Path file, Header header) throws IOException {
        Image image = new Image(8, 8, new float[64]);
        FitsWriter.write(file, List.of(new OutputHdu.Floats(header, image, PixelType.UNSIGNED_16)));
    }
}
