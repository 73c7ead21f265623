package dev.vigil.reduction.masters;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A master as it comes out of the arithmetic, before it has a name and a file.
 *
 * @param detectors one for each detector, in the order of the inputs
 * @param frameIds the frames that went in, sorted
 * @param leftOut the frames that did not, with the reason
 */
public record BuiltMaster(
        MasterKind kind, List<FinishedDetector> detectors, List<String> frameIds, Map<String, String> leftOut) {
    public BuiltMaster {
        detectors = List.copyOf(detectors);
        frameIds = List.copyOf(frameIds);
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }
}
