package dev.vigil.reduction.masters;

import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.pixels.DetectorPlanes;
import java.util.Objects;

/**
 * One detector of a master as it goes into its file.
 *
 * @param count how many readings each pixel is the mean of
 * @param look what it looks like from afar
 */
public record FinishedDetector(
        String name, DetectorPlanes planes, OutputHdu count, MasterQuality quality, DetectorLook look) {
    public FinishedDetector {
        Objects.requireNonNull(name);
        Objects.requireNonNull(planes);
        Objects.requireNonNull(count);
        Objects.requireNonNull(quality);
        Objects.requireNonNull(look);
    }

    /** One whose pixels are in memory. */
    public static FinishedDetector of(MasterDetector made) {
        return new FinishedDetector(
                made.name(),
                DetectorPlanes.of(made.image()),
                DetectorPlanes.count(made.image().size(), made.count()),
                made.quality(),
                DetectorLook.of(made.image()));
    }

    /** The same, after something was done to each plane. */
    public <E extends Exception> FinishedDetector eachPlane(DetectorPlanes.Deed<E> deed) throws E {
        return new FinishedDetector(name, planes.each(deed), deed.to(count), quality, look);
    }
}
