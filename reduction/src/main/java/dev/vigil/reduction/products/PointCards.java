package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.pointspread.PointSources;
import dev.vigil.reduction.pointspread.PointSpread;

/** What came of fitting sources as points, as cards of a header. */
final class PointCards {
    private PointCards() {}

    static void add(Header.Builder cards, PointSources points) {
        if (points instanceof PointSources.NotFitted not) {
            cards.put("PSFWHY", not.reason(), "why no source was fitted as a point");
        }
        points.fitted().map(PointSources.Fitted::model).ifPresent(model -> add(cards, model));
    }

    private static void add(Header.Builder cards, PointSpread model) {
        cards.put("PSFSTARS", model.stars(), "stars that tell what a point looks like");
        cards.put("PSFDEG", model.degree(), "it changes over the field by this power at most");
        cards.put("PSFCHI2", model.chiSquare(), "how far these stars are from it, 1 is noise");
    }
}
