package dev.vigil.reduction.findings;

import dev.vigil.imaging.Header;

/** What came of looking for fringes in an image. */
public sealed interface Fringes {
    /** The card that names the fringe frame of a product that was corrected by one. */
    String ID = "FRINGEID";

    /** Says it in a product's header. */
    void tell(Header.Builder cards);

    /** The recipe knows no fringe frame. */
    record NotAsked() implements Fringes {
        @Override
        public void tell(Header.Builder cards) {}
    }

    /**
     * The fringe frame was found in the image.
     *
     * @param scale by what it was multiplied, in electrons
     * @param error of the scale
     * @param amplitude how far the fringes scatter about the sky, in electrons
     * @param subtracted whether they stood out enough to be taken away
     */
    record Measured(double scale, double error, double amplitude, boolean subtracted) implements Fringes {
        @Override
        public void tell(Header.Builder cards) {
            cards.put("FRNGSCAL", scale, "[electron] scale of the fringe frame");
            cards.put("FRNGERR", error, "[electron] error of that scale");
            cards.put("FRNGAMP", amplitude, "[electron] scatter that fringes make");
            cards.put("FRNGSUB", subtracted, "whether they were subtracted");
        }
    }

    /** Too little of the image can be compared with the fringe frame. */
    record Unknown() implements Fringes {
        @Override
        public void tell(Header.Builder cards) {
            cards.put("FRNGSUB", false, "whether they were subtracted");
        }
    }
}
