package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.Optional;
import java.util.OptionalDouble;

/** The extensions that products have for each detector, SCI, UNCERT and MASK and what goes with them, with the same EXTVER. */
final class Planes {
    private final String detector;
    private final int number;
    private final String unit;

    Planes(String detector, int number, String unit) {
        this.detector = detector;
        this.number = number;
        this.unit = unit;
    }

    OutputHdu science(Header.Builder cards, DetectorImage image) {
        return floats(floatCards(cards, DetectorImage.SCIENCE), image, image.science());
    }

    /** Made when it is written: nobody else asks for it, and of many detectors it would take a third more memory. */
    OutputHdu uncertainty(DetectorImage image) {
        Header cards = floatCards(Header.builder(), "UNCERT");
        return OutputHdu.later(cards, () -> floats(cards, image, image.uncertainty()));
    }

    OutputHdu mask(DetectorImage image) {
        Header.Builder cards = named(Header.builder(), "MASK");
        for (MaskBit bit : MaskBit.values()) {
            cards.comment("mask bit " + bit.value() + ": " + bit.meaning());
        }
        return integers(cards, image.size(), image.mask());
    }

    OutputHdu count(DetectorImage image, int[] count) {
        return integers(named(Header.builder(), "COUNT"), image.size(), count);
    }

    OutputHdu catalogue(Catalogue catalogue, Optional<WorldCoordinates> coordinates, OptionalDouble magnitudeOfOne) {
        CatalogueTable table = CatalogueTable.of(catalogue, unit, coordinates, magnitudeOfOne);
        return OutputHdu.table(
                table.describe(named(Header.builder(), "CATALOG")).build(), table.columns());
    }

    private Header floatCards(Header.Builder cards, String name) {
        named(cards, name);
        if (!unit.isEmpty()) {
            cards.put("BUNIT", unit, "unit of the pixels");
        }
        return cards.build();
    }

    private static OutputHdu floats(Header cards, DetectorImage image, float[] values) {
        Image pixels = new Image(image.size().width(), image.size().height(), values);
        return OutputHdu.image(cards, pixels, PixelType.FLOAT_32);
    }

    private static OutputHdu integers(Header.Builder cards, Size size, int[] values) {
        return OutputHdu.integers(cards.build(), size.width(), size.height(), values, PixelType.INT_16);
    }

    private Header.Builder named(Header.Builder cards, String name) {
        return cards.put("EXTNAME", name, "what this extension holds")
                .put("EXTVER", number, "the same for all extensions of a detector")
                .put("DETECTOR", detector, "the detector");
    }
}
