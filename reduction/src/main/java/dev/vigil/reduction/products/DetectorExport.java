package dev.vigil.reduction.products;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.reduction.coordinates.CoordinateCards;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.pixels.DetectorImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the images of a reduced frame as files of their own, one for each detector: plain FITS with one image and all cards in one
 * header, under the names and with the coordinates that another pipeline wants. Uncertainties and masks stay behind.
 *
 * @param asTpv whether distortion is written as TPV instead of SIP
 */
public record DetectorExport(DetectorNames names, boolean asTpv) {
    private static final List<String> OF_THE_PRODUCT = List.of("EXTNAME", "EXTVER", "EXTEND", "NDETECT");

    /** Writes them into a folder; a file that is there already is an error, and none is overwritten. */
    public List<Path> write(Path product, Path folder) throws IOException, BadFitsException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        try (ImageReader reader = ImageReader.open(product)) {
            Header primary = reader.file().primary().header();
            for (Hdu hdu : reader.file().hdus()) {
                if (DetectorImage.isScience(hdu.header())) {
                    Header cards = cards(primary, hdu.header());
                    Path file = folder.resolve(named(cards, product));
                    FitsWriter.write(
                            file, List.of(OutputHdu.image(cards, reader.read(hdu.index()), PixelType.FLOAT_32)));
                    written.add(file);
                }
            }
        }
        if (written.isEmpty()) {
            throw new BadFitsException(
                    product + " has no extension " + DetectorImage.SCIENCE + ": it is no reduced frame");
        }
        return written;
    }

    private String named(Header cards, Path product) {
        try {
            return names.of(cards, frame(cards, product));
        } catch (IllegalArgumentException nameless) {
            throw new IllegalArgumentException(product + ": " + nameless.getMessage(), nameless);
        }
    }

    private static String frame(Header cards, Path product) {
        String file = Path.of(cards.text("FRAMEID").orElse(product.toString()))
                .getFileName()
                .toString();
        return file.replaceFirst("\\.fits(\\.(fz|gz|bz2))?$", "");
    }

    /** The image knows better than the frame where both say something. */
    private Header cards(Header primary, Header image) {
        Header.Builder cards = primary.toBuilder().addAll(image);
        OF_THE_PRODUCT.forEach(cards::remove);
        Header all = cards.build();
        Optional<WorldCoordinates> coordinates =
                asTpv ? CoordinateCards.from(all).coordinates() : Optional.empty();
        return coordinates.map(told -> CoordinateCards.into(all, told.asTpv())).orElse(all);
    }
}
