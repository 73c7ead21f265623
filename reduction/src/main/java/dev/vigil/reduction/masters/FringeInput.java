package dev.vigil.reduction.masters;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pixels.RawRows;
import java.util.List;

/** One detector of a reduced frame that a fringe frame is made from: its light and its mask. */
public record FringeInput(String frameId, RawRows light, RawRows mask) {
    public FringeInput {
        if (!light.size().equals(mask.size())) {
            throw new IllegalArgumentException("Light and mask of " + frameId + " differ in size");
        }
    }

    /** One detector of a reduced frame's file, which must stay open. */
    public static FringeInput of(String frameId, ImageReader reader, String detector) throws BadFitsException {
        return new FringeInput(
                frameId,
                FitsRows.plane(reader, DetectorImage.SCIENCE, detector),
                FitsRows.plane(reader, "MASK", detector));
    }

    /** The detectors of a reduced frame's file. */
    public static List<String> detectors(ImageReader reader) {
        return reader.file().hdus().stream()
                .map(Hdu::header)
                .filter(DetectorImage::isScience)
                .flatMap(header -> header.text("DETECTOR").stream())
                .toList();
    }
}
