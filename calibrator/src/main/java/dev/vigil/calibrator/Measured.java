package dev.vigil.calibrator;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.checks.Measurable;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Measurements in the words of events. */
final class Measured {
    private record Marked(Measurable groups, Measurable pixels) {}

    private static final Map<MaskBit, Marked> MARKED = Map.of(
            MaskBit.COSMIC_RAY, new Marked(Measurable.COSMIC_RAYS, Measurable.COSMIC_RAY_PIXELS),
            MaskBit.SATELLITE_STREAK, new Marked(Measurable.STREAKS, Measurable.STREAK_PIXELS),
            MaskBit.BLEED, new Marked(Measurable.BLEEDS, Measurable.BLEED_PIXELS));

    private Measured() {}

    /** Of a reduced frame, in electrons. */
    static Measurements onFrame(FrameSummary frame, OptionalDouble scale) {
        return measurements(Optional.empty(), Optional.empty(), frame.measurement(), scale, 1, others(frame));
    }

    /** Of a raw frame: the level in counts; sky and noise in electrons where the gain is known. */
    static Measurements onRaw(QuickLook look, OptionalDouble scale, OptionalDouble gain, Circumstances circumstances) {
        Map<Measurable, Double> others = others(Marks.NONE);
        add(others, circumstances);
        return measurements(
                Translation.number(look.level()),
                Translation.number(look.saturatedFraction()),
                look.measurement(),
                scale,
                gain.orElse(1),
                others);
    }

    private static Map<Measurable, Double> others(FrameSummary frame) {
        Map<Measurable, Double> others = others(frame.marks());
        addSky(others, frame.sky());
        addPhotometry(others, frame.photometry());
        add(others, frame.circumstances());
        return others;
    }

    private static void addSky(Map<Measurable, Double> others, SkySummary sky) {
        if (sky.tried() > 0) {
            others.put(Measurable.ASTROMETRY_STARS, (double) sky.matched());
        }
        sky.rmsArcseconds().ifPresent(rms -> others.put(Measurable.ASTROMETRY_RESIDUAL, rms));
    }

    private static void addPhotometry(Map<Measurable, Double> others, PhotometrySummary photometry) {
        photometry.zeroPoint().ifPresent(value -> {
            others.put(Measurable.ZERO_POINT, value);
            others.put(Measurable.ZERO_POINT_STARS, (double) photometry.stars());
        });
        put(others, Measurable.ZERO_POINT_ERROR, photometry.error());
        put(others, Measurable.ZERO_POINT_SCATTER, photometry.scatter());
        put(others, Measurable.LIMITING_MAGNITUDE, photometry.limit());
        put(others, Measurable.SKY_BRIGHTNESS, photometry.skyBrightness());
        put(others, Measurable.COLOUR_TERM, photometry.colour().coefficient());
        put(others, Measurable.COLOUR_TERM_ERROR, photometry.colour().error());
        put(others, Measurable.COLOUR_TERM_BLUEST, photometry.colour().bluest());
        put(others, Measurable.COLOUR_TERM_REDDEST, photometry.colour().reddest());
    }

    private static void add(Map<Measurable, Double> others, Circumstances found) {
        put(others, Measurable.AIRMASS, found.airmass());
        put(others, Measurable.MOON_SEPARATION, found.moonSeparation());
        put(others, Measurable.MOON_ALTITUDE, found.moonAltitude());
        put(others, Measurable.MOON_ILLUMINATION, found.moonIllumination());
        put(others, Measurable.SUN_ALTITUDE, found.sunAltitude());
    }

    private static void put(Map<Measurable, Double> others, Measurable what, OptionalDouble value) {
        value.ifPresent(number -> others.put(what, number));
    }

    private static Map<Measurable, Double> others(Marks marks) {
        Map<Measurable, Double> others = new EnumMap<>(Measurable.class);
        marks.counts().forEach((bit, count) -> {
            others.put(MARKED.get(bit).groups(), (double) count.groups());
            others.put(MARKED.get(bit).pixels(), (double) count.pixels());
        });
        return others;
    }

    private static Measurements measurements(
            Optional<Double> level,
            Optional<Double> saturated,
            Measurement measurement,
            OptionalDouble scale,
            double gain,
            Map<Measurable, Double> others) {
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
                others.entrySet().stream()
                        .collect(Collectors.toMap(other -> other.getKey().key(), Map.Entry::getValue)));
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
