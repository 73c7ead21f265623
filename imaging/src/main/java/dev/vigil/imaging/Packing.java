package dev.vigil.imaging;

import java.util.Objects;

/** What came of packing a file. */
public sealed interface Packing {

    /**
     * The packed file is there.
     *
     * @param images how many of its HDUs were packed; all others are as they were
     */
    record Packed(int images, long plainBytes, long packedBytes) implements Packing {}

    /** There is no packed file. */
    record Refused(String why) implements Packing {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }
}
