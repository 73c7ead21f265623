package dev.vigil.cli.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.cli.Run;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    Path folder;

    private String product() throws IOException {
        Path file = folder.resolve("product.fits");
        Header primary =
                Header.builder().put("FRAMEID", "GEN01/2026-01-01/a.fits", "").build();
        Header science = Header.builder()
                .put("EXTNAME", "SCI", "")
                .put("DETECTOR", "main", "")
                .build();
        FitsWriter.write(
                file,
                List.of(
                        OutputHdu.empty(primary),
                        OutputHdu.image(science, new Image(2, 1, new float[] {1, 2}), PixelType.FLOAT_32)));
        return file.toString();
    }

    @Test
    void imagesAreWrittenUnderTheNamesThatAreWanted() throws Exception {
        String out = folder.resolve("out").toString();
        assertThat(Run.vigil("export", product(), "--out", out).out()).contains("files written to " + out + ": 1");
        assertThat(FitsFile.read(Path.of(out, "a_main.fits")).primary().width()).isEqualTo(2);
    }

    @Test
    void mistakesAreNamed() throws Exception {
        String out = folder.resolve("out").toString();
        String product = product();
        assertThat(Run.vigil("export", product, "--out", out, "--names", "dwf").err())
                .contains("product.fits", "{OBJECT}");
        assertThat(Run.vigil("export", product, "--out", out, "--names", "x.fits")
                        .err())
                .contains("names no files");
        Run.vigil("export", product, "--out", out);
        assertThat(Run.vigil("export", product, "--out", out).err()).contains("a_main.fits exists");
    }
}
