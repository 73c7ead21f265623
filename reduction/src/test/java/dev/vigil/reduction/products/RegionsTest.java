package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.OutputHdu.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionsTest {
    @TempDir
    Path folder;

    @Test
    void eachSourceOfTheDetectorIsAnEllipseAndThoseWithFlagsAreRed() throws Exception {
        Path product = product(columns());
        assertThat(Regions.of(product, 2))
                .startsWith("# Region file format: DS9 version 4.1")
                .contains("image")
                .endsWith(
                        "ellipse(10.500,20.250,6.00,3.00,45.0) # tag={1}",
                        "ellipse(1.000,2.000,9.00,9.00,-30.0) # color=red tag={2}")
                .hasSize(5);
        assertThat(Regions.of(product, 1)).hasSize(3);
    }

    @Test
    void aCatalogueWithoutPlacesIsNamed() throws Exception {
        Path product = product(columns().subList(2, 7));
        assertThatThrownBy(() -> Regions.of(product, 2))
                .isInstanceOf(BadFitsException.class)
                .hasMessageContaining("XWIN_IMAGE");
    }

    private static List<Column> columns() {
        return List.of(
                Column.doubles("XWIN_IMAGE", "pix", 10.5, 1),
                Column.doubles("YWIN_IMAGE", "pix", 20.25, 2),
                Column.doubles("A_IMAGE", "pix", 2, 3),
                Column.doubles("B_IMAGE", "pix", 1, 3),
                Column.doubles("THETA_IMAGE", "deg", 45, -30),
                Column.longs("FLAGS", "", 0, 4),
                Column.longs("NUMBER", "", 1, 2));
    }

    private Path product(List<Column> columns) throws IOException {
        Header named = Header.builder()
                .put("EXTNAME", "CATALOG", "")
                .put("EXTVER", 2, "")
                .build();
        Path file = folder.resolve("product.fits");
        FitsWriter.write(file, List.of(OutputHdu.empty(Header.EMPTY), OutputHdu.table(named, columns)));
        return file;
    }
}
