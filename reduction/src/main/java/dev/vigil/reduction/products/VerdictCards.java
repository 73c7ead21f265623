package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import java.util.Optional;

/** The cards that say what came of a comparison with the sky, of places and of magnitudes alike. */
record VerdictCards(String verdict, String why, String catalogue) {
    private static final String NOT_RUN = "not run";

    void notRun(Header.Builder cards, String reason) {
        add(cards, NOT_RUN, Optional.of(reason));
    }

    void tried(Header.Builder cards, String word, Optional<String> reason, String references) {
        add(cards, word, reason);
        cards.put(catalogue, references, "catalogue of the reference stars");
    }

    boolean isTried(Header image) {
        return image.text(verdict).filter(word -> !word.equals(NOT_RUN)).isPresent();
    }

    boolean isGood(Header image) {
        return image.text(verdict).filter("good"::equals).isPresent();
    }

    private void add(Header.Builder cards, String word, Optional<String> reason) {
        cards.put(verdict, word, "good, poor, failed or not run");
        reason.ifPresent(words -> cards.put(why, words, "why not good"));
    }
}
