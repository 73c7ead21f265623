package dev.vigil.progress;

/** The names of the topology's parts. Changelogs and dashboards rely on them. */
final class Nodes {
    static final String FRAME_NEWS = "frame-news";
    static final String DECODED_FRAME_NEWS = "decoded-frame-news";
    static final String STANDING_OF_FRAMES = "standing-of-frames";
    static final String UNIT_NEWS = "unit-news";
    static final String DECODED_UNIT_NEWS = "decoded-unit-news";
    static final String PROGRESS_OF_NIGHTS = "progress-of-nights";
    static final String REQUEST_NEWS = "request-news";
    static final String DECODED_REQUEST_NEWS = "decoded-request-news";
    static final String COUNTS_OF_NIGHTS = "counts-of-nights";
    static final String TO_EXPOSURES = "to-progress-exposures";
    static final String TO_ANSWERS = "to-requests-answered";
    static final String TO_FRAMES = "to-progress-frames";
    static final String TO_NIGHTS = "to-progress-nights";
    static final String TO_DEAD_LETTERS = "to-dead-letters";

    static final String STANDINGS = "standings";
    static final String NIGHTS = "nights";
    static final String SITES = "sites";
    static final String SERIES = "series";

    private Nodes() {}
}
