package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.Shift;
import dev.vigil.reduction.pixels.DetectorImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By how much a frame's header was wrong, as the first of its detectors says that has good coordinates, or else any.
 *
 * @param rung the search that found it, if one did
 * @param shift by how much, where the header says a place at all
 * @param isItsOwn whether nothing would be otherwise if other frames had been asked
 */
public record PointingSummary(Optional<String> rung, Optional<Shift> shift, boolean isItsOwn) {

    static PointingSummary read(List<Header> headers) {
        List<Header> images = headers.stream().filter(DetectorImage::isScience).toList();
        Optional<Header> placed = images.stream()
                .filter(PlacementCards::isGood)
                .filter(PointingSummary::isPlaced)
                .findFirst()
                .or(() -> images.stream().filter(PointingSummary::isPlaced).findFirst());
        return new PointingSummary(
                placed.flatMap(image -> image.text(PlacementCards.RUNG)),
                placed.flatMap(PointingSummary::shift),
                images.stream().allMatch(PlacementCards::isItsOwn));
    }

    private static boolean isPlaced(Header image) {
        return image.has(PlacementCards.RUNG);
    }

    private static Optional<Shift> shift(Header image) {
        OptionalDouble east = image.number(PlacementCards.EAST);
        OptionalDouble north = image.number(PlacementCards.NORTH);
        return east.isPresent() && north.isPresent()
                ? Optional.of(
                        Shift.ofDetector(image.text("DETECTOR").orElse(""), east.getAsDouble(), north.getAsDouble()))
                : Optional.empty();
    }
}
