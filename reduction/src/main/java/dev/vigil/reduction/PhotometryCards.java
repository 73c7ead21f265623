package dev.vigil.reduction;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.references.ReferenceBand;

/** How bright one electron per second is, as cards: LCO's words where it has some. */
final class PhotometryCards {
    static final String ZERO_POINT = "L1ZP";
    static final String ERROR = "L1ZPERR";
    static final String STARS = "L1ZPNSTR";
    static final String LIMIT = "MAGLIM5";
    static final String SKY = "SKYMAG";

    private static final String VERDICT = "PHOTQUAL";
    private static final String REASON = "PHOTWHY";
    private static final String CATALOGUE = "PHOTRFCT";

    private PhotometryCards() {}

    static void add(Header.Builder cards, Photometry photometry) {
        if (photometry instanceof Photometry.Calibrated found) {
            cards.put(VERDICT, "good", "good, failed or not run");
            cards.put(CATALOGUE, found.references(), "catalogue of the reference stars");
            cards.put("L1ZPBAND", band(found.band()), "what its magnitudes are");
            cards.put("L1ZPSCAT", found.zeroPoint().scatter(), "[mag] scatter of single stars");
            PhotometrySummary.of(found).add(cards);
        } else if (photometry instanceof Photometry.Failed failed) {
            cards.put(VERDICT, "failed", "good, failed or not run");
            cards.put(REASON, failed.reason(), "why");
            cards.put(CATALOGUE, failed.references(), "catalogue of the reference stars");
        } else {
            cards.put(VERDICT, "not run", "good, failed or not run");
            cards.put(REASON, ((Photometry.NotRun) photometry).reason(), "why");
        }
    }

    private static String band(ReferenceBand band) {
        return band.name() + " (" + band.system() + ")";
    }
}
