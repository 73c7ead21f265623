package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.Pointing;
import dev.vigil.simulator.Shot;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** NINA on a 7DT unit, and all the names that it was told to give. */
record Nina() implements SevenDt.Dialect {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final String FOCUSER = "FOCUS7522";
    private static final String TEMPERATURE = "-9.82";

    @Override
    public String name() {
        return "7dt-nina";
    }

    @Override
    public String unit() {
        return "7DT02";
    }

    @Override
    public String folder(NightPlan plan, FrameKind kind) {
        return plan.night().toString();
    }

    /**
     * The forms in turn, one for each field of the sky and each night's calibrations of a kind, because what is taken in one sequence is
     * counted under one form. Not every kind of frame was given every form.
     */
    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame, String object) {
        Parts parts = Parts.of(plan, frame, object);
        List<String> forms = switch (frame.kind()) {
            case SCIENCE ->
                List.of(parts.full(), parts.withFocuser(), parts.withoutUnit(), parts.withTemperature(), parts.bare());
            case BIAS, DARK, FLAT ->
                List.of(parts.full(), parts.withoutObject(), parts.withoutUnit(), parts.onlyType());
            default -> List.of(parts.full(), parts.withoutUnit());
        };
        return frame.has(Flaw.TYPE_DISAGREES)
                ? misnamed(plan, frame, object, "DARK")
                : forms.get(sequence(plan, frame) % forms.size());
    }

    private static int sequence(NightPlan plan, PlannedFrame frame) {
        return frame.field() > 0
                ? frame.field()
                : plan.night().getDayOfMonth() + frame.kind().ordinal();
    }

    /** A name of the dialect whose type is said to be another than the frame's. */
    static String misnamed(NightPlan plan, PlannedFrame frame, String object, String type) {
        return Parts.of(plan, frame, object).as(type).full();
    }

    /** What a name can tell. */
    private record Parts(String unit, String type, String object, String timeAndFilter, String time, String end) {
        static Parts of(NightPlan plan, PlannedFrame frame, String object) {
            String time = Nina.time(plan, frame);
            String end = String.format(Locale.ROOT, "%.2fs_%04d.fits", frame.asked(), frame.number());
            return new Parts(plan.unit(), Nina.type(frame.kind()), object, time + "_" + frame.filter(), time, end);
        }

        Parts as(String otherType) {
            return new Parts(unit, otherType, object, timeAndFilter, time, end);
        }

        String full() {
            return String.join("_", unit, type, object, timeAndFilter, "1x1", end);
        }

        String withoutUnit() {
            return String.join("_", type, object, timeAndFilter, end);
        }

        /** Two underscores where the object should be. */
        String withoutObject() {
            return String.join("_", type, "", timeAndFilter, end);
        }

        String withFocuser() {
            return String.join("_", type, FOCUSER, "", object, timeAndFilter, end);
        }

        String withTemperature() {
            return String.join("_", object, timeAndFilter, TEMPERATURE, end);
        }

        /** Two underscores where the filter should be. */
        String onlyType() {
            return String.join("_", type, time, "", TEMPERATURE, end);
        }

        /** Neither type nor object, and a temperature that was not known. */
        String bare() {
            return String.join("_", timeAndFilter, "$$$$", end);
        }
    }

    /** The time on the wall. */
    private static String time(NightPlan plan, PlannedFrame frame) {
        int seconds = plan.instrument().site().clock().getTotalSeconds();
        return TIME.format(frame.start().plusSeconds(seconds));
    }

    private static String type(FrameKind kind) {
        return switch (kind) {
            case BIAS, DARK, FLAT -> kind.word().toUpperCase(Locale.ROOT);
            case TEST -> "SNAPSHOT";
            default -> "LIGHT";
        };
    }

    @Override
    public void addTo(Header.Builder cards, Shot shot) {
        cards.put("SWCREATE", "N.I.N.A. 3.0 (simulated)", "software that created this file");
        cards.put("ROWORDER", "TOP-DOWN", "FITS image orientation");
        cards.put("EGAIN", 0.256, "[e-/ADU] electrons per A/D unit");
        cards.put("XPIXSZ", 3.76, "[um] pixel X axis size");
        cards.put("FOCALLEN", 1537.0, "[mm] focal length");
        cards.put("SITELAT", shot.plan().instrument().site().latitude(), "[deg]");
        cards.put("SITELONG", shot.plan().instrument().site().longitude(), "[deg]");
        cards.put("SITEELEV", shot.plan().instrument().site().elevation(), "[m]");
        cards.put("CLOUDCVR", 10.0, "[%] cloud cover");
        cards.put("MPSAS", 21.6, "[mag/arcsec2] sky quality");
        cards.put("SKYBRGHT", 0.0013, "[lux] sky brightness");
        cards.put("STARFWHM", 1.4, "[arcsec] seeing of the guide image");
        cards.put("WINDSPD", 11.2, "[kph] wind speed");
        cards.put("WINDGUST", 18.7, "[kph] wind gust");
        cards.put("FOCPOS", 7522, "focuser position");
        shot.pointing().ifPresent(pointing -> pointing(cards, pointing));
    }

    private static void pointing(Header.Builder cards, Pointing pointing) {
        cards.put("RA", pointing.ra(), "[deg] of the telescope");
        cards.put("DEC", pointing.dec(), "[deg] of the telescope");
        cards.put("CENTALT", Sky.altitude(pointing), "[deg] of the telescope");
        cards.put("CENTAZ", 12.0, "[deg] of the telescope");
        cards.put("PIERSIDE", "East", "telescope pointing state");
        cards.put("HFR", 2.4, "half flux radius");
    }
}
