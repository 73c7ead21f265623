package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.photometry.ColourTerm;
import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.references.ReferenceBand;
import java.util.Optional;

/** How bright one electron per second is, as cards: LCO's words where it has some. */
final class PhotometryCards {
    static final String ZERO_POINT = "L1ZP";
    static final String ERROR = "L1ZPERR";
    static final String STARS = "L1ZPNSTR";
    static final String LIMIT = "MAGLIM5";
    static final String SKY = "SKYMAG";
    static final String SCATTER = "L1ZPSCAT";
    static final String COLOUR = "L1COLOR";
    static final String COLOUR_ERROR = "L1COLERR";
    static final String BLUEST = "L1COLMIN";
    static final String REDDEST = "L1COLMAX";

    private static final VerdictCards VERDICT = new VerdictCards("PHOTQUAL", "PHOTWHY", "PHOTRFCT");

    private PhotometryCards() {}

    static void add(Header.Builder cards, Photometry photometry) {
        if (photometry instanceof Photometry.Calibrated found) {
            VERDICT.tried(cards, "good", Optional.empty(), found.references());
            cards.put("L1ZPBAND", band(found.band()), "what its magnitudes are");
            found.zeroPoint().colour().ifPresent(term -> put(cards, term));
            PhotometrySummary.of(found).add(cards);
        } else if (photometry instanceof Photometry.Failed failed) {
            VERDICT.tried(cards, "failed", Optional.of(failed.reason()), failed.references());
        } else {
            VERDICT.notRun(cards, ((Photometry.NotRun) photometry).reason());
        }
    }

    private static void put(Header.Builder cards, ColourTerm term) {
        cards.put("L1COLORU", term.colour(), "the colour of the colour term")
                .put("L1COLREF", term.reference(), "[mag] colour of a star that L1ZP holds for");
    }

    private static String band(ReferenceBand band) {
        return band.name() + " (" + band.system() + ")";
    }
}
