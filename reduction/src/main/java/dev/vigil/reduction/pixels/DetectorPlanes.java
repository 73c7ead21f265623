package dev.vigil.reduction.pixels;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.reduction.detectors.Size;
import java.util.Objects;

/** The planes of one detector as extensions of its product, which have their names and get all other cards when the product is whole. */
public record DetectorPlanes(Size size, OutputHdu science, OutputHdu uncertainty, OutputHdu mask) {
    public static final String UNCERTAINTY = "UNCERT";
    public static final String MASK = "MASK";
    public static final String COUNT = "COUNT";

    public DetectorPlanes {
        Objects.requireNonNull(size);
        Objects.requireNonNull(science);
        Objects.requireNonNull(uncertainty);
        Objects.requireNonNull(mask);
    }

    /** Planes in memory. The uncertainty is made when it is written: nobody else asks for it, and it would take a third more. */
    public static DetectorPlanes of(DetectorImage image) {
        Header uncertainty = named(UNCERTAINTY);
        return new DetectorPlanes(
                image.size(),
                floats(named(DetectorImage.SCIENCE), image.size(), image.science()),
                OutputHdu.later(uncertainty, () -> floats(uncertainty, image.size(), image.uncertainty())),
                integers(MASK, image.size(), image.mask()));
    }

    /** How many readings each pixel of a master is the mean of. */
    public static OutputHdu count(Size size, int[] count) {
        return integers(COUNT, size, count);
    }

    private static OutputHdu floats(Header header, Size size, float[] values) {
        return OutputHdu.image(header, new Image(size.width(), size.height(), values), PixelType.FLOAT_32);
    }

    private static OutputHdu integers(String name, Size size, int[] values) {
        return OutputHdu.integers(named(name), size.width(), size.height(), values, PixelType.INT_16);
    }

    private static Header named(String name) {
        return Header.builder()
                .put("EXTNAME", name, "what this extension holds")
                .build();
    }

    /** What is done to each plane. */
    public interface Deed<E extends Exception> {
        OutputHdu to(OutputHdu plane) throws E;
    }

    /** The same planes, after something was done to each. */
    public <E extends Exception> DetectorPlanes each(Deed<E> deed) throws E {
        return new DetectorPlanes(size, deed.to(science), deed.to(uncertainty), deed.to(mask));
    }
}
