package dev.vigil.instruments;

import java.util.List;

/** The recipes that frames are reduced by, under the names that profiles give them. */
public final class Recipes {
    public static final String IMAGING = "imaging";

    /** The same, without fitting sources as points. */
    public static final String IMAGING_APERTURES = "imaging-apertures";

    /** All of them. */
    public static final List<String> BUILT = List.of(IMAGING, IMAGING_APERTURES);

    private Recipes() {}
}
