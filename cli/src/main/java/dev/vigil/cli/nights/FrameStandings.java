package dev.vigil.cli.nights;

import java.util.ArrayList;
import java.util.List;

/** The words for where a frame is counted, to be completed on the command line. */
final class FrameStandings extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    /** What a person may have to do something about. */
    static final List<String> TROUBLE = List.of("failed", "stalled", "waiting");

    FrameStandings() {
        super(List.of("failed", "stalled", "waiting", "excluded", "onTheWay", "recorded"));
    }
}
