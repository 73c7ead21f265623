package dev.vigil.reduction.products;

import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.TileForm;
import dev.vigil.reduction.pixels.DetectorImage;
import java.util.Arrays;
import java.util.List;

/** How the planes of a reduced frame lie in its file; masks and uncertainties never lose anything. */
public enum ProductForm {
    /** As they are. */
    PLAIN("none", ".fits"),
    /** In tiles, without loss. */
    LOSSLESS("lossless", ".fits.fz"),
    /** In tiles, the image itself in quarters of its noise. */
    QUANTISED("rice", ".fits.fz");

    private static final double STEPS_PER_SIGMA = 4;

    private final String word;
    private final String ending;

    ProductForm(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** The form that a setting names. */
    public static ProductForm named(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no compression '" + word + "'; there are none, lossless and rice"));
    }

    /** How a file's name ends. */
    public String ending() {
        return ending;
    }

    /** The HDUs in this form; the digest of the frame decides where the dither begins. What is packed already stays as it is. */
    public List<OutputHdu> of(List<OutputHdu> hdus, String digest) {
        return hdus.stream().map(hdu -> of(hdu, digest)).toList();
    }

    /** One of them. */
    public OutputHdu of(OutputHdu hdu, String digest) {
        return this == PLAIN ? hdu : packed(hdu, digest);
    }

    private OutputHdu packed(OutputHdu hdu, String digest) {
        if (hdu instanceof OutputHdu.Later later) {
            return OutputHdu.later(later.header(), () -> packed(later.made().get(), digest));
        }
        if (!(hdu instanceof OutputHdu.Floats) && !(hdu instanceof OutputHdu.Integers)) {
            return hdu;
        }
        return OutputHdu.packed(
                hdu,
                this == QUANTISED && DetectorImage.isScience(hdu.header())
                        ? TileForm.quantised(STEPS_PER_SIGMA, digest)
                        : TileForm.LOSSLESS);
    }
}
