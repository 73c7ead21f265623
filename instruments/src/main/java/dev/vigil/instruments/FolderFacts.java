package dev.vigil.instruments;

import java.util.Optional;

/**
 * What the folders of a file say; everything may be unsaid.
 *
 * @param gain the camera's setting
 * @param opportunity whether they are for targets of opportunity
 */
record FolderFacts(Optional<String> type, Optional<String> binning, Optional<String> gain, boolean opportunity) {
    static final FolderFacts NONE = new FolderFacts(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
