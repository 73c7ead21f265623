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

/** The 7DT's own program, and its names of today and of yesterday. */
record Tcspy() implements SevenDt.Dialect {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    /** Every so many frames one has a name with hyphens. */
    private static final int HYPHENS = 5;

    @Override
    public String name() {
        return "7dt";
    }

    @Override
    public String unit() {
        return "7DT05";
    }

    @Override
    public String folder(NightPlan plan, FrameKind kind) {
        String folder = plan.night() + "_gain" + SevenDt.GAIN_SETTING;
        return kind == FrameKind.FLAT ? folder + "_flat" : folder;
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame, String object) {
        String time = TIME.format(frame.start());
        if (frame.has(Flaw.TYPE_DISAGREES)) {
            return Nina.misnamed(plan, frame, object, "DARK");
        }
        if (frame.number() % HYPHENS == 0) {
            return String.format(
                    Locale.ROOT,
                    "%s-%s-%s-%s-%.1fs-%04d.fits",
                    plan.unit(),
                    time.replace('_', '-'),
                    object,
                    frame.filter(),
                    frame.asked(),
                    frame.number());
        }
        return String.format(
                Locale.ROOT,
                "%s_%s_%s_%s_1x1_%.1fs_%04d.fits",
                plan.unit(),
                time,
                object,
                frame.filter(),
                frame.asked(),
                frame.number());
    }

    @Override
    public void addTo(Header.Builder cards, Shot shot) {
        cards.put("OBJTYPE", "RIS", "survey: RIS, WTS, IMS; or TOO, REQUEST");
        cards.put("IS_TOO", "False", "target of opportunity");
        cards.put("OBSMODE", "Spec", "mode of observation");
        cards.put("SPECMODE", "specall", "filters over the telescopes");
        cards.put("NTELSCOP", 20, "telescopes of this observation");
        cards.put("CLUDFRAC", 0.1, "cloud fraction");
        cards.put("SKYBRGHT", 21.6, "[mag/arcsec2] sky brightness");
        cards.put("SKYFWHM", 1.4, "[arcsec] seeing");
        cards.put("WINDSPED", 3.1, "[m/s] wind speed");
        cards.put("WINDGUST", 5.2, "[m/s] wind gust");
        cards.put("FOCUSPOS", 10_240, "focuser position");
        cards.put("AFVALUE", 10_231, "best focus found");
        cards.put("AFERROR", 11, "its uncertainty");
        cards.put("NOTE", "", "");
        shot.pointing().ifPresent(pointing -> pointing(cards, pointing));
    }

    private static void pointing(Header.Builder cards, Pointing pointing) {
        cards.put("OBJCTRA", pointing.ra(), "[deg]");
        cards.put("OBJCTDEC", pointing.dec(), "[deg]");
        cards.put("ALTITUDE", Sky.altitude(pointing), "[deg] of the telescope");
        cards.put("AZIMUTH", 12.0, "[deg] of the telescope");
        cards.put("MOONSEP", 74.0, "[deg]");
        cards.put("MOONPHAS", 0.31, "illuminated share");
    }
}
