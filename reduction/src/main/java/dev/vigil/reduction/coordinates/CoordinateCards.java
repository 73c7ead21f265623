package dev.vigil.reduction.coordinates;

import dev.vigil.imaging.Header;
import java.util.List;
import java.util.regex.Pattern;

/** World coordinates as header cards, by the FITS standard and the conventions SIP and TPV. */
public final class CoordinateCards {
    /** What other coordinates may have left: beside ours it would be read as theirs. */
    private static final Pattern FORMER =
            Pattern.compile("(CTYPE|CRVAL|CRPIX|CDELT|CROTA|CUNIT)[12]|(CD|PC)[12]_[12]|PV[12]_\\d+"
                    + "|(A|B|AP|BP)_(ORDER|DMAX|\\d_\\d)|LONPOLE|LATPOLE|RADESYS|RADECSYS|EQUINOX");

    private CoordinateCards() {}

    /** Reads the coordinates, or says which card stands against it. */
    public static HeaderCoordinates from(Header header) {
        return new CoordinateReader(header).read();
    }

    /** The header with these coordinates in the place of whatever it had. */
    public static Header into(Header header, WorldCoordinates coordinates) {
        Header.Builder cards = header.toBuilder();
        header.cards().stream()
                .filter(card -> FORMER.matcher(card.keyword()).matches())
                .forEach(card -> cards.remove(card.keyword()));
        putProjection(cards, coordinates);
        putMap(cards, coordinates.map());
        if (coordinates.distortion() instanceof Sip sip) {
            putPolynomial(cards, "A", sip.a());
            putPolynomial(cards, "B", sip.b());
        } else if (coordinates.distortion() instanceof Tpv tpv) {
            putCoefficients(cards, 1, tpv.pv1());
            putCoefficients(cards, 2, tpv.pv2());
        }
        return cards.build();
    }

    private static void putProjection(Header.Builder cards, WorldCoordinates coordinates) {
        String projection = coordinates.distortion().projection();
        cards.put("CTYPE1", "RA--" + projection, "right ascension and projection")
                .put("CTYPE2", "DEC-" + projection, "declination and projection")
                .put("CUNIT1", "deg", "unit of CRVAL1 and CD1_j")
                .put("CUNIT2", "deg", "unit of CRVAL2 and CD2_j")
                .put("CRVAL1", coordinates.reference().raDegrees(), "[deg] right ascension of the reference")
                .put("CRVAL2", coordinates.reference().decDegrees(), "[deg] declination of the reference")
                .put("CRPIX1", coordinates.referencePixel().x(), "[pix] column of the reference")
                .put("CRPIX2", coordinates.referencePixel().y(), "[pix] row of the reference")
                .put("LONPOLE", 180.0, "[deg] native longitude of the pole")
                .put("RADESYS", "ICRS", "celestial reference system");
    }

    private static void putMap(Header.Builder cards, LinearMap map) {
        cards.put("CD1_1", map.cd11(), "[deg/pix]")
                .put("CD1_2", map.cd12(), "[deg/pix]")
                .put("CD2_1", map.cd21(), "[deg/pix]")
                .put("CD2_2", map.cd22(), "[deg/pix]");
    }

    private static void putPolynomial(Header.Builder cards, String name, Polynomial polynomial) {
        cards.put(name + "_ORDER", polynomial.order(), "order of the distortion");
        for (Polynomial.Term term : polynomial.terms()) {
            cards.put(term.power().keyword(name), term.coefficient(), "distortion");
        }
    }

    /** What a reader takes for absent cards is left out: 1 for the first power of the axis itself, else 0. */
    private static void putCoefficients(Header.Builder cards, int axis, List<Double> coefficients) {
        for (int k = 0; k < coefficients.size(); k++) {
            if (coefficients.get(k) != (k == 1 ? 1 : 0)) {
                cards.put("PV" + axis + "_" + k, coefficients.get(k), "distortion");
            }
        }
    }
}
