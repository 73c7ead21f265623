package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Site;
import java.time.LocalDate;

/** The producer's last word, as it lies in its store. */
final class SiteForm {
    static final Form<Site> FORM = new Form<>(SiteForm::write, SiteForm::read);

    private SiteForm() {}

    private static ObjectNode write(Site site) {
        ObjectNode node = Json.object();
        Json.put(node, "scannedUpTo", site.scannedUpTo());
        Json.put(node, "quietSince", site.quietSince());
        Json.put(node, "currentNight", site.currentNight());
        return node;
    }

    private static Site read(JsonNode node) {
        return new Site(
                Json.optionalInstant(node, "scannedUpTo"),
                Json.optionalInstant(node, "quietSince"),
                Json.optional(node, "currentNight").map(LocalDate::parse));
    }
}
