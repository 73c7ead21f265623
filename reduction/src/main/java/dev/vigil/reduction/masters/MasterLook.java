package dev.vigil.reduction.masters;

import dev.vigil.imaging.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a master looks like from afar.
 *
 * @param badShare the share of its pixels that are masked bad
 * @param structure by how much its regions differ: the middle nine tenths of their medians, in the master's unit
 */
public record MasterLook(double badShare, double structure) {
    private static final double LEFT_ASIDE = 0.05;

    /** Of all its detectors together: a region of one may differ from that of another. */
    public static MasterLook of(BuiltMaster master) {
        List<Double> medians = new ArrayList<>();
        double bad = 0;
        long pixels = 0;
        for (FinishedDetector detector : master.detectors()) {
            medians.addAll(detector.look().medians());
            bad += detector.look().badPixels();
            pixels += detector.look().pixels();
        }
        return new MasterLook(bad / pixels, span(medians));
    }

    private static double span(List<Double> medians) {
        if (medians.isEmpty()) {
            return 0;
        }
        Collections.sort(medians);
        int last = medians.size() - 1;
        int aside = (int) Math.round(LEFT_ASIDE * last);
        return medians.get(last - aside) - medians.get(aside);
    }

    /** As cards of the master's primary header. */
    public Header cards() {
        return Header.builder()
                .put("BADSHARE", badShare, "share of pixels that are bad")
                .put("STRUCTUR", structure, "by how much its regions differ")
                .build();
    }
}
