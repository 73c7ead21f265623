package dev.vigil.reduction.pointing;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.coordinates.CelestialFrame;
import dev.vigil.reduction.coordinates.CoordinateCards;
import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.HeaderCoordinates;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.detectors.Assembly;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where the telescope looked: from world coordinates, else from the place in RA and DEC or in OBJCTRA and OBJCTDEC,
 * with the scale of a pixel.
 */
public final class PointingCards {
    private static final Pattern PARTS =
            Pattern.compile("([+-]?)(\\d{1,3})[:\\s]+(\\d{1,2})[:\\s]+(\\d{1,2}(?:\\.\\d*)?)");

    private static final double SECONDS = 3600;
    private static final double DEGREES_PER_HOUR = 15;

    /** One micrometre at one millimetre, in seconds of arc. */
    private static final double MICRO_PER_MILLI = 206.264806;

    private PointingCards() {}

    /** The header is that of the raw image, with what the primary says where it says nothing itself. */
    public static HeaderPointing of(Header image, Header primary, Detector detector) {
        Assembly assembly = Assembly.of(detector);
        HeaderCoordinates coordinates = CoordinateCards.from(image);
        return coordinates
                .coordinates()
                .<HeaderPointing>map(found -> new HeaderPointing.Read(new Pointing(trimmed(found, assembly), true)))
                .orElseGet(() -> plain(image, primary, assembly.size()));
    }

    /** Trimming moves the reference pixel with all others. */
    private static WorldCoordinates trimmed(WorldCoordinates raw, Assembly assembly) {
        PixelPosition moved = new PixelPosition(
                raw.referencePixel().x() - assembly.columns()[0],
                raw.referencePixel().y() - assembly.rows()[0]);
        return new WorldCoordinates(raw.reference(), moved, raw.map(), raw.distortion());
    }

    private static HeaderPointing plain(Header image, Header primary, Size size) {
        OptionalDouble scale = scale(image).isPresent() ? scale(image) : scale(primary);
        Optional<SkyPosition> place;
        try {
            place = place(image, primary);
        } catch (IllegalArgumentException axesUnknown) {
            return new HeaderPointing.Refused(axesUnknown.getMessage(), scale);
        }
        if (place.isEmpty()) {
            return new HeaderPointing.Refused(
                    "the header has no world coordinates, and no RA and DEC that tell where the telescope looked",
                    scale);
        }
        return scale.isPresent()
                ? new HeaderPointing.Read(northUp(place.get(), scale.getAsDouble() / SECONDS, size))
                : HeaderPointing.Refused.because(
                        "the header has no world coordinates, and neither PIXSCALE nor FOCALLEN and"
                                + " XPIXSZ that tell how much sky a pixel covers");
    }

    /** The primary header tells the axes of an image that does not do so itself. */
    private static Optional<SkyPosition> place(Header image, Header primary) {
        Optional<SkyPosition> told = place(image).or(() -> place(primary));
        boolean tellsAxes = image.has("EQUINOX") || image.has("RADESYS") || image.has("RADECSYS");
        return told.map(place -> CelestialFrame.of(tellsAxes ? image : primary).inIcrs(place));
    }

    private static Pointing northUp(SkyPosition place, double degrees, Size size) {
        return new Pointing(
                new WorldCoordinates(
                        place, size.middle(), new LinearMap(-degrees, 0, 0, degrees), new Distortion.None()),
                false);
    }

    private static OptionalDouble scale(Header header) {
        OptionalDouble told = PixelScale.of(header);
        OptionalDouble length = header.number("FOCALLEN");
        OptionalDouble pixel = header.number("XPIXSZ");
        return told.isEmpty() && length.isPresent() && pixel.isPresent() && length.getAsDouble() > 0
                ? OptionalDouble.of(MICRO_PER_MILLI * pixel.getAsDouble() / length.getAsDouble())
                : told;
    }

    private static Optional<SkyPosition> place(Header header) {
        for (List<String> names : List.of(List.of("RA", "DEC"), List.of("OBJCTRA", "OBJCTDEC"))) {
            OptionalDouble ra = angle(header, names.get(0), DEGREES_PER_HOUR);
            OptionalDouble dec = angle(header, names.get(1), 1);
            if (ra.isPresent() && dec.isPresent() && Math.abs(dec.getAsDouble()) <= 90) {
                return Optional.of(new SkyPosition(((ra.getAsDouble() % 360) + 360) % 360, dec.getAsDouble()));
            }
        }
        return Optional.empty();
    }

    /** A number is in degrees; what is parted by colons or blanks has its own unit. */
    private static OptionalDouble angle(Header header, String keyword, double degreesPerUnit) {
        OptionalDouble number = header.number(keyword);
        if (number.isPresent()) {
            return number;
        }
        Matcher parts = PARTS.matcher(header.text(keyword).orElse("").strip());
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        double whole = Double.parseDouble(parts.group(2))
                + Double.parseDouble(parts.group(3)) / 60
                + Double.parseDouble(parts.group(4)) / SECONDS;
        return OptionalDouble.of((parts.group(1).equals("-") ? -1 : 1) * degreesPerUnit * whole);
    }
}
