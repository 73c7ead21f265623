package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.MasterQuality;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the primary header of a master's file says of it; answers are made from this alone, as with a
 * {@link FrameSummary}.
 *
 * @param quality the numbers of {@link MasterQuality} by name, and how many frames went in
 * @param leftOut the frames that did not go in, with the reason
 */
public record MasterSummary(Map<String, Double> quality, Map<String, String> leftOut) {
    private static final String LEFT_OUT = "LEFT";
    private static final String WHY = "WHY";
    private static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("NCOMBINE", "frames");
        names.put("LEVEL", "level");
        names.put("SCATTER", "scatter");
        names.put("MEDUNC", "uncertainty");
        names.put("CLIPPED", "clippedFraction");
        names.put("NBAD", "badPixels");
        names.put("BADSHARE", "badShare");
        names.put("STRUCTUR", "structure");
        return names;
    }

    /** From the primary header. */
    public static MasterSummary of(Header primary) {
        Map<String, Double> quality = new TreeMap<>();
        NAMES.forEach((keyword, name) -> primary.number(keyword).ifPresent(value -> quality.put(name, value)));
        return new MasterSummary(quality, leftOut(primary));
    }

    private static Map<String, String> leftOut(Header primary) {
        Map<String, String> frames = new LinkedHashMap<>();
        for (int i = 1; primary.has(LEFT_OUT + i); i++) {
            frames.put(
                    primary.text(LEFT_OUT + i).orElse(""), primary.text(WHY + i).orElse(""));
        }
        return frames;
    }

    static void add(Header.Builder cards, BuiltMaster master) {
        cards.put("NCOMBINE", master.frameIds().size(), "frames that went in");
        add(
                cards,
                MasterQuality.combined(master.detectors().stream()
                        .map(FinishedDetector::quality)
                        .toList()));
        int number = 0;
        for (Map.Entry<String, String> frame : master.leftOut().entrySet()) {
            number++;
            cards.put(LEFT_OUT + number, frame.getKey(), "a frame that was left out");
            cards.put(WHY + number, frame.getValue(), "why");
        }
    }

    static void add(Header.Builder cards, MasterQuality quality) {
        cards.put("LEVEL", quality.level(), "median of the pixels")
                .put("SCATTER", quality.scatter(), "robust deviation from pixel to pixel")
                .put("MEDUNC", quality.uncertainty(), "median uncertainty of a pixel")
                .put("CLIPPED", quality.clippedFraction(), "share of readings that were clipped")
                .put("NBAD", quality.badPixels(), "bad pixels");
    }
}
