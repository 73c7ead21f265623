package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.masters.MasterUse;

/** The cards that say where a product comes from. */
final class StoryCards {
    private StoryCards() {}

    static void add(Header.Builder cards, ProductStory story) {
        cards.put("SOFTWARE", story.software(), "what made this file");
        cards.put("FRAMEID", story.frameId(), "the frame or master");
        cards.put("REVISION", story.revision(), "its revision");
        cards.put("UNIT", story.unit(), "telescope with camera");
        story.night().ifPresent(night -> cards.put("NIGHT", night.toString(), "the night it belongs to"));
        for (MasterUse master : story.masters()) {
            String word = master.kind().name();
            cards.put("L1ID" + word, master.id(), "the " + master.kind().word() + " master");
            cards.put(word + "AGE", master.ageInDays(), "[d] time between it and the frame");
        }
    }
}
