package dev.vigil.reduction.products;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pixels.DetectorImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the headers of a reduced frame's file say of it. An answer is made from this alone, so that it is the same
 * whether the file was made just now or before.
 *
 * @param good the detectors that were reduced
 * @param bad those that were not, with the reason
 */
public record FrameSummary(
        List<String> good,
        Map<String, String> bad,
        Marks marks,
        Measurement measurement,
        SkySummary sky,
        PointingSummary pointing,
        PhotometrySummary photometry,
        Circumstances circumstances) {
    private static final String BAD = "BADDET";
    private static final String WHY = "BADWHY";

    public static FrameSummary read(FitsFile file) {
        return of(file.hdus().stream().map(Hdu::header).toList());
    }

    /** What the headers say, the primary one first. */
    public static FrameSummary of(List<Header> headers) {
        Header primary = headers.get(0);
        List<String> good = headers.stream()
                .filter(DetectorImage::isScience)
                .map(header -> header.text("DETECTOR").orElse(""))
                .toList();
        return new FrameSummary(
                good,
                bad(primary),
                MarkCards.read(primary),
                MeasurementCards.read(primary),
                SkySummary.read(primary),
                PointingSummary.read(headers),
                PhotometrySummary.read(primary),
                CircumstanceCards.read(primary));
    }

    private static Map<String, String> bad(Header primary) {
        Map<String, String> bad = new LinkedHashMap<>();
        for (int i = 1; primary.has(BAD + i); i++) {
            bad.put(primary.text(BAD + i).orElse(""), primary.text(WHY + i).orElse(""));
        }
        return bad;
    }

    static void addBad(Header.Builder cards, Map<String, String> bad) {
        int number = 0;
        for (Map.Entry<String, String> detector : bad.entrySet()) {
            number++;
            cards.put(BAD + number, detector.getKey(), "a detector that was not reduced");
            cards.put(WHY + number, detector.getValue(), "why not");
        }
    }
}
