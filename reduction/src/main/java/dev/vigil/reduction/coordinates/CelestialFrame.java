package dev.vigil.reduction.coordinates;

import dev.vigil.imaging.Header;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jastronomy.jsofa.JSOFA;

/**
 * The axes in which a header tells places, by RADESYS and EQUINOX as the FITS standard has them: those of the ICRS, of FK5 at any
 * equinox, of FK4 at 1950, or the true ones of the date, in which telescopes point.
 */
public record CelestialFrame(UnaryOperator<SkyPosition> toIcrs) {
    /** Places need not be changed; those of FK5 at 2000 are the same to 0.03 arc seconds. */
    private static final CelestialFrame ICRS = new CelestialFrame(UnaryOperator.identity());

    private static final double J2000 = 2000;
    private static final double B1950 = 1950;

    /** Before it an equinox that is told alone is one of FK4. */
    private static final double FIRST_OF_FK5 = 1984;

    private static final double MODIFIED_JULIAN_DATE_OF_1970 = 40587;
    private static final double SECONDS_PER_DAY = 86_400;

    /** So far to the north, in degrees, is a place looked at to see how the axes are turned. */
    private static final double STEP = 0.01;

    /**
     * That of a header.
     *
     * @throws IllegalArgumentException if its cards are not understood; the message names the card
     */
    public static CelestialFrame of(Header header) {
        String name = header.text("RADESYS")
                .or(() -> header.text("RADECSYS"))
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .orElse("");
        OptionalDouble equinox = equinox(header);
        return switch (name) {
            case "ICRS" -> ICRS;
            case "FK5" -> fk5(equinox.orElse(J2000));
            case "FK4", "FK4-NO-E" -> fk4(equinox.orElse(B1950));
            case "GAPPT" -> ofDate(date(header));
            case "" -> equinox.orElse(J2000) < FIRST_OF_FK5 ? fk4(equinox.getAsDouble()) : fk5(equinox.orElse(J2000));
            default -> throw new IllegalArgumentException("RADESYS is " + name + ", not ICRS, FK5, FK4 or GAPPT");
        };
    }

    /** A number, or what some write in its place: J2000, B1950. */
    private static OptionalDouble equinox(Header header) {
        if (!header.has("EQUINOX")) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = header.number("EQUINOX");
        String text = header.text("EQUINOX").orElse("").strip();
        double equinox = number.orElseGet(
                () -> text.matches("[JB]\\d{4}(\\.\\d*)?") ? Double.parseDouble(text.substring(1)) : Double.NaN);
        if (!(equinox >= 1800 && equinox <= 2200)) {
            throw new IllegalArgumentException(
                    "EQUINOX is " + (number.isPresent() ? equinox : text) + ", which is no year");
        }
        return OptionalDouble.of(equinox);
    }

    private static CelestialFrame fk5(double equinox) {
        if (equinox == J2000) {
            return ICRS;
        }
        JSOFA.JulianDate date = JSOFA.jauEpj2jd(equinox);
        double[][] precession = JSOFA.jauPmat06(date.djm0, date.djm1);
        return new CelestialFrame(place ->
                place(JSOFA.jauC2s(JSOFA.jauTrxp(precession, JSOFA.jauS2c(place.ra(), place.dec())))));
    }

    private static CelestialFrame fk4(double equinox) {
        if (equinox != B1950) {
            throw new IllegalArgumentException("EQUINOX is " + equinox + ", which of FK4 is not known but 1950");
        }
        return new CelestialFrame(place -> place(JSOFA.jauFk45z(place.ra(), place.dec(), J2000)));
    }

    /** With nutation, and the aberration that the motion of the Earth makes. */
    private static CelestialFrame ofDate(double day) {
        double origins = JSOFA.jauEo06a(JSOFA.DJM0, day);
        return new CelestialFrame(place -> {
            JSOFA.SphericalCoordinateEO astrometric =
                    JSOFA.jauAtic13(place.ra() + origins, place.dec(), JSOFA.DJM0, day);
            return SkyPosition.ofRadians(astrometric.pos.alpha, astrometric.pos.delta);
        });
    }

    /** A modified Julian date; a minute between time scales moves no place by a thousandth of a second of arc. */
    private static double date(Header header) {
        return header.number("MJD-OBS").isPresent()
                ? header.number("MJD-OBS").getAsDouble()
                : header.text("DATE-OBS")
                        .flatMap(CelestialFrame::day)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "RADESYS is GAPPT, and neither DATE-OBS nor MJD-OBS tells the date"));
    }

    private static Optional<Double> day(String text) {
        String date = text.strip();
        try {
            LocalDateTime time = date.contains("T")
                    ? LocalDateTime.parse(date)
                    : LocalDate.parse(date).atTime(12, 0);
            return Optional.of(MODIFIED_JULIAN_DATE_OF_1970
                    + time.toLocalDate().toEpochDay()
                    + time.toLocalTime().toSecondOfDay() / SECONDS_PER_DAY);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static SkyPosition place(JSOFA.SphericalCoordinate place) {
        return SkyPosition.ofRadians(place.alpha, place.delta);
    }

    /** Where a place is by the axes of the ICRS. */
    public SkyPosition inIcrs(SkyPosition place) {
        return toIcrs.apply(place);
    }

    /** The same coordinates by the axes of the ICRS. */
    WorldCoordinates inIcrs(WorldCoordinates coordinates) {
        if (equals(ICRS)) {
            return coordinates;
        }
        if (coordinates.distortion() instanceof Tpv) {
            throw new IllegalArgumentException("TPV is read in the ICRS and in FK5 at 2000, and not in other axes");
        }
        SkyPosition there = inIcrs(coordinates.reference());
        SkyPosition north = inIcrs(coordinates.reference().skyAt(new Offset(0, STEP)));
        double turn = JSOFA.jauPas(there.ra(), there.dec(), north.ra(), north.dec());
        return new WorldCoordinates(
                there, coordinates.referencePixel(), coordinates.map().turned(turn), coordinates.distortion());
    }
}
