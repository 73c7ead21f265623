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
import java.util.Locale;

/** NINA on a 7DT unit, and all the names that it was told to give. */
record Nina() implements SevenDt.Dialect {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final int FORMS = 6;

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

    /** With the unit, without it, with a focuser position, with a temperature, and with less and less of it. */
    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame, String object) {
        if (frame.has(Flaw.TYPE_DISAGREES)) {
            return nameWithUnit(plan, frame, "DARK", object);
        }
        String type = type(frame.kind());
        String time = time(plan, frame);
        String end = "%.2fs_%04d.fits".formatted(frame.asked(), frame.number());
        boolean science = frame.kind() == FrameKind.SCIENCE;
        String coldly = science ? object + "_" + time + "_" + frame.filter() : type + "_" + time + "_";
        return switch (frame.number() % FORMS) {
            case 1 -> type + (science ? "_FOCUS7522__" + object : "_") + "_" + time + "_" + frame.filter() + "_" + end;
            case 2 -> type + "_" + object + "_" + time + "_" + frame.filter() + "_" + end;
            case 3 ->
                frame.kind().seesSky() && !science ? nameWithUnit(plan, frame, type, object) : coldly + "_-9.82_" + end;
            case 4 -> science ? time + "_" + frame.filter() + "_$$$$_" + end : nameWithUnit(plan, frame, type, object);
            default -> nameWithUnit(plan, frame, type, object);
        };
    }

    static String nameWithUnit(NightPlan plan, PlannedFrame frame, String type, String object) {
        String said = frame.kind() == FrameKind.BIAS ? "" : object;
        return "%s_%s_%s_%s_%s_1x1_%.2fs_%04d.fits"
                .formatted(plan.unit(), type, said, time(plan, frame), frame.filter(), frame.asked(), frame.number());
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
