package dev.vigil.calibrator;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.QuickLook;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pointing.PixelScale;
import dev.vigil.reduction.products.FrameSummary;
import dev.vigil.reduction.products.PhotometrySummary;
import dev.vigil.reduction.products.SkySummary;
import dev.vigil.schemas.events.Measurements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Measurements in the words of events. */
final class Measured {
    private static final String STARS = "astrometryStars";
    private static final String RESIDUAL = "astrometryResidual";
    private static final String ZERO_POINT = "zeroPoint";
    private static final String ZERO_POINT_ERROR = "zeroPointError";
    private static final String ZERO_POINT_STARS = "zeroPointStars";
    private static final String SCATTER = "zeroPointScatter";
    private static final String COLOUR_TERM = "colourTerm";
    private static final String COLOUR_TERM_ERROR = "colourTermError";
    private static final String BLUEST = "colourTermBluest";
    private static final String REDDEST = "colourTermReddest";
    private static final String LIMIT = "limitingMagnitude";
    private static final String SKY_BRIGHTNESS = "skyBrightness";

    private static final Map<MaskBit, String> MARKED =
            Map.of(MaskBit.COSMIC_RAY, "cosmicRay", MaskBit.SATELLITE_STREAK, "streak", MaskBit.BLEED, "bleed");

    private Measured() {}

    /** Of a reduced frame, in electrons. */
    static Measurements onFrame(FrameSummary frame, OptionalDouble scale) {
        return measurements(Optional.empty(), Optional.empty(), frame.measurement(), scale, 1, others(frame));
    }

    /** Of a raw frame: the level in counts; sky and noise in electrons where the gain is known. */
    static Measurements onRaw(QuickLook look, OptionalDouble scale, OptionalDouble gain, Circumstances circumstances) {
        Map<String, Double> others = others(Marks.NONE);
        add(others, circumstances);
        return measurements(
                Translation.number(look.level()),
                Translation.number(look.saturatedFraction()),
                look.measurement(),
                scale,
                gain.orElse(1),
                others);
    }

    private static Map<String, Double> others(FrameSummary frame) {
        Map<String, Double> others = others(frame.marks());
        addSky(others, frame.sky());
        addPhotometry(others, frame.photometry());
        add(others, frame.circumstances());
        return others;
    }

    private static void addSky(Map<String, Double> others, SkySummary sky) {
        if (sky.tried() > 0) {
            others.put(STARS, (double) sky.matched());
        }
        sky.rmsArcseconds().ifPresent(rms -> others.put(RESIDUAL, rms));
    }

    private static void addPhotometry(Map<String, Double> others, PhotometrySummary photometry) {
        photometry.zeroPoint().ifPresent(value -> {
            others.put(ZERO_POINT, value);
            others.put(ZERO_POINT_STARS, (double) photometry.stars());
        });
        put(others, ZERO_POINT_ERROR, photometry.error());
        put(others, SCATTER, photometry.scatter());
        put(others, LIMIT, photometry.limit());
        put(others, SKY_BRIGHTNESS, photometry.skyBrightness());
        put(others, COLOUR_TERM, photometry.colour().coefficient());
        put(others, COLOUR_TERM_ERROR, photometry.colour().error());
        put(others, BLUEST, photometry.colour().bluest());
        put(others, REDDEST, photometry.colour().reddest());
    }

    private static void add(Map<String, Double> others, Circumstances found) {
        put(others, "airmass", found.airmass());
        put(others, "moonSeparation", found.moonSeparation());
        put(others, "moonAltitude", found.moonAltitude());
        put(others, "moonIllumination", found.moonIllumination());
        put(others, "sunAltitude", found.sunAltitude());
    }

    private static void put(Map<String, Double> others, String name, OptionalDouble value) {
        value.ifPresent(number -> others.put(name, number));
    }

    private static Map<String, Double> others(Marks marks) {
        Map<String, Double> others = new TreeMap<>();
        marks.counts().forEach((bit, count) -> {
            others.put(MARKED.get(bit) + "s", (double) count.groups());
            others.put(MARKED.get(bit) + "Pixels", (double) count.pixels());
        });
        return others;
    }

    private static Measurements measurements(
            Optional<Double> level,
            Optional<Double> saturated,
            Measurement measurement,
            OptionalDouble scale,
            double gain,
            Map<String, Double> others) {
        return new Measurements(
                level,
                saturated,
                Optional.of((long) measurement.sources()),
                Translation.number(measurement.fwhmPixels()),
                Translation.number(measurement.fwhmArcseconds(scale)),
                Translation.number(measurement.ellipticity()),
                Translation.number(measurement.ellipticityAngle()),
                Translation.number(measurement.sky()).map(sky -> sky * gain),
                Translation.number(measurement.noise()).map(noise -> noise * gain),
                others);
    }

    /** Seconds of arc per pixel, of the first header that says so. */
    static OptionalDouble scale(FitsFile file) {
        return scale(file.hdus().stream().map(Hdu::header).toList());
    }

    /** Seconds of arc per pixel, of the first header that says so. */
    static OptionalDouble scale(List<Header> headers) {
        return headers.stream()
                .map(PixelScale::of)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }
}
