package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.TileForm;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.DetectorPlanes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanesTest {
    private final DetectorImage image = DetectorImage.empty(new Size(8, 4));
    private final OutputHdu uncertainty = new Planes("main", 1, "electron").uncertainty(DetectorPlanes.of(image));

    private static OutputHdu made(OutputHdu hdu) {
        return ((OutputHdu.Later) hdu).made().get();
    }

    @Test
    void anUncertaintyIsMadeWhenItIsWritten() {
        Arrays.fill(image.variance(), 9f);
        OutputHdu.Floats floats = (OutputHdu.Floats) made(uncertainty);
        assertThat(floats.image().pixels()).containsOnly(3f);
        assertThat(floats.header()).isEqualTo(uncertainty.header());
        assertThat(uncertainty.header().text("EXTNAME")).contains("UNCERT");
    }

    @Test
    void whatIsMadeLaterIsPackedWithoutLossAsIfItWereThere() {
        OutputHdu packed =
                ProductForm.QUANTISED.of(List.of(uncertainty), "0".repeat(64)).get(0);
        assertThat(packed.header()).isEqualTo(uncertainty.header());
        assertThat(((OutputHdu.Packed) made(packed)).form()).isEqualTo(TileForm.LOSSLESS);
    }
}
