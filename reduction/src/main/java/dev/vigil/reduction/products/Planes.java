package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.pixels.DetectorPlanes;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.Optional;

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

    OutputHdu science(Header.Builder cards, DetectorPlanes pixels) {
        return measured(pixels.science(), cards);
    }

    OutputHdu uncertainty(DetectorPlanes pixels) {
        return measured(pixels.uncertainty(), Header.builder());
    }

    OutputHdu mask(DetectorPlanes pixels) {
        Header.Builder cards = named(Header.builder(), DetectorPlanes.MASK);
        for (MaskBit bit : MaskBit.values()) {
            cards.comment("mask bit " + bit.value() + ": " + bit.meaning());
        }
        return pixels.mask().with(cards.build());
    }

    OutputHdu count(OutputHdu count) {
        return count.with(named(Header.builder(), DetectorPlanes.COUNT).build());
    }

    OutputHdu catalogue(Catalogue catalogue, Optional<WorldCoordinates> coordinates, Magnitudes magnitudes) {
        CatalogueTable table = CatalogueTable.of(catalogue, unit, coordinates, magnitudes);
        return OutputHdu.table(
                table.describe(named(Header.builder(), "CATALOG")).build(), table.columns());
    }

    private OutputHdu measured(OutputHdu plane, Header.Builder cards) {
        named(cards, plane.header().text("EXTNAME").orElseThrow());
        if (!unit.isEmpty()) {
            cards.put("BUNIT", unit, "unit of the pixels");
        }
        return plane.with(cards.build());
    }

    private Header.Builder named(Header.Builder cards, String name) {
        return cards.put("EXTNAME", name, "what this extension holds")
                .put("EXTVER", number, "the same for all extensions of a detector")
                .put("DETECTOR", detector, "the detector");
    }
}
