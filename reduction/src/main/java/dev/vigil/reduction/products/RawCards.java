package dev.vigil.reduction.products;

import dev.vigil.imaging.Card;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Assembly;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which cards of a raw header stay true of the reduced frame, and where they go. */
final class RawCards {
    /** How the raw pixels were stored; the writer says how the new ones are. */
    private static final Pattern STORAGE =
            Pattern.compile("SIMPLE|XTENSION|BITPIX|NAXIS\\d*|EXTEND|PCOUNT|GCOUNT|GROUPS"
                    + "|BSCALE|BZERO|BLANK|BUNIT|DATAMIN|DATAMAX|CHECKSUM|DATASUM|EXTNAME|EXTVER|EXTLEVEL|INHERIT|END"
                    + "|TFIELDS|T(TYPE|FORM|UNIT)\\d+|Z(IMAGE|CMPTYPE|BITPIX|NAXIS\\d*|TILE\\d+|NAME\\d+|VAL\\d+|QUANTIZ"
                    + "|DITHER0|SIMPLE|EXTEND|PCOUNT|GCOUNT|TENSION|HECKSUM|DATASUM|BLANK|SCALE|ZERO)");

    /** What is no longer so once overscan, gain and trimming were applied; the history says what was done with it. */
    private static final Pattern UNTRUE = Pattern.compile(
            "(BIAS|TRIM|DATA|CCD|AMP|DET)SEC[A-Z0-9]*|E?GAIN[A-Z0-9]*|RDNOISE[A-Z0-9]*|READNOIS|SATUR[A-Z0-9]*");

    private static final Pattern COORDINATES = Pattern.compile("(CTYPE|CRVAL|CRPIX|CDELT|CROTA|CUNIT)\\d+[A-Z]?"
            + "|(CD|PC)\\d+_\\d+[A-Z]?|PV\\d+_\\d+[A-Z]?|LONPOLE|LATPOLE|RADESYS|RADECSYS|EQUINOX|WCSAXES|WCSNAME"
            + "|(A|B|AP|BP)_(ORDER|DMAX|\\d+_\\d+)|LT[VM]\\d+(_\\d+)?|WAT\\d+_\\d+");

    private RawCards() {}

    /** What the primary header of the product takes from the raw one. */
    static Header.Builder primary(Header raw) {
        return without(raw, keyword -> isOver(keyword) || isCoordinate(keyword));
    }

    /** What the image extension takes: coordinates, and the rest too unless the raw image was the primary. */
    static Header.Builder image(Header raw, boolean wasPrimary, Assembly assembly) {
        Header.Builder cards = without(
                raw, keyword -> isOver(keyword) || (wasPrimary && !isCoordinate(keyword)) || isCommentary(keyword));
        moveReference(raw, cards, "CRPIX1", assembly.columns()[0]);
        moveReference(raw, cards, "CRPIX2", assembly.rows()[0]);
        return cards;
    }

    private static Header.Builder without(Header raw, Predicate<String> unwanted) {
        Header.Builder cards = raw.toBuilder();
        raw.cards().stream().map(Card::keyword).filter(unwanted).distinct().forEach(cards::remove);
        return cards;
    }

    private static boolean isOver(String keyword) {
        return STORAGE.matcher(keyword).matches() || UNTRUE.matcher(keyword).matches();
    }

    private static boolean isCoordinate(String keyword) {
        return COORDINATES.matcher(keyword).matches();
    }

    private static boolean isCommentary(String keyword) {
        return keyword.isBlank() || keyword.equals("COMMENT") || keyword.equals("HISTORY");
    }

    /** Trimming moves the reference pixel of the coordinates with all others. */
    private static void moveReference(Header raw, Header.Builder cards, String keyword, int trimmed) {
        OptionalDouble pixel = raw.number(keyword);
        if (pixel.isPresent() && trimmed > 0) {
            cards.put(keyword, pixel.getAsDouble() - trimmed, "moved by " + trimmed + " with the trimming");
        }
    }
}
