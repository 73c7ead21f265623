package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.Fit;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.coordinates.CoordinateCards;

/** Where the pixels lie as cards: coordinates by the standard, and how good they are in LCO's words where it has some. */
final class PlacementCards {
    private static final VerdictCards VERDICT = new VerdictCards("WCSQUAL", "WCSWHY", "WCSRFCAT");

    static final String RUNG = "WCSRUNG";
    static final String EAST = "WCSDELRA";
    static final String NORTH = "WCSDELDE";
    static final String MATCHED = "WCSMATCH";
    static final String RESIDUAL = "WCSRES";
    static final String ERROR = "WCSERR";
    private static final String OWN = "WCSOWN";

    private PlacementCards() {}

    /** The header of a detector's image with the coordinates in the place of the raw ones. */
    static Header.Builder into(Header.Builder cards, Placement placement) {
        Header.Builder placed = placement
                .coordinates()
                .map(found -> CoordinateCards.into(cards.build(), found).toBuilder())
                .orElse(cards);
        if (placement instanceof Placement.Tried tried) {
            put(placed, tried);
        } else {
            VERDICT.notRun(placed, ((Placement.NotRun) placement).reason());
        }
        return placed;
    }

    static boolean isTried(Header image) {
        return VERDICT.isTried(image);
    }

    static boolean isGood(Header image) {
        return VERDICT.isGood(image);
    }

    /** Whether nothing would be otherwise if other frames had been asked. */
    static boolean isItsOwn(Header image) {
        return !isTried(image) || image.number(OWN).stream().anyMatch(said -> said == 1);
    }

    private static void put(Header.Builder cards, Placement.Tried tried) {
        Solution solution = tried.solution();
        VERDICT.tried(cards, solution.word(), solution.reason(), tried.references());
        cards.put(ERROR, solution.fit().isPresent() ? 0 : 1, "0 if coordinates were fitted");
        cards.put(OWN, solution.wouldAskOtherFrames() ? 0 : 1, "1 if no other frame could tell it more");
        solution.rung().ifPresent(rung -> cards.put(RUNG, rung, "how the stars were found"));
        solution.fit().ifPresent(fit -> put(cards, fit));
        tried.shift()
                .ifPresent(shift -> cards.put(EAST, shift.east(), "[arcsec] from the header's place to the east")
                        .put(NORTH, shift.north(), "[arcsec] and to the north"));
        for (int i = 0; i < solution.steps().size(); i++) {
            Solution.Step step = solution.steps().get(i);
            cards.history("astrometry, rung " + (i + 1) + " '" + step.rung() + "': " + step.outcome());
        }
    }

    private static void put(Header.Builder cards, Fit fit) {
        cards.put(MATCHED, fit.matched(), "stars that the coordinates rest on")
                .put(RESIDUAL, fit.rmsArcseconds(), "[arcsec] root mean square of their distances")
                .put("WCSORDER", fit.order(), "highest power of the fit");
    }
}
