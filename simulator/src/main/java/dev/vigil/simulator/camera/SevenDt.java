package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.simulator.Canvas;
import dev.vigil.simulator.Exposed;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.Layout;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.Shot;
import dev.vigil.simulator.Site;
import java.util.List;
import java.util.Locale;

/** A unit of the 7-Dimensional Telescope: a CMOS camera without overscan, driven by one of two programs. */
record SevenDt(Dialect dialect) implements Instrument {
    static final int GAIN_SETTING = 2750;
    private static final double GAIN = 0.256;
    private static final double READ_NOISE = 1.5;
    private static final double COLD = -10;

    /** How one of the programs names and heads what the camera takes. */
    interface Dialect {
        String name();

        String unit();

        String folder(NightPlan plan, FrameKind kind);

        String nameOf(NightPlan plan, PlannedFrame frame, String object);

        /** The cards that the other program does not write, or writes otherwise. */
        void addTo(Header.Builder cards, Shot shot);
    }

    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public String unit() {
        return dialect.unit();
    }

    @Override
    public Site site() {
        return new Site(-70.8386, -30.4865, 1600);
    }

    @Override
    public String filter() {
        return "r";
    }

    @Override
    public int size() {
        return 768;
    }

    /** Three to two, as the real ones. */
    @Override
    public Layout layout(NightPlan plan, int detector) {
        return Layout.grid(plan.size(), plan.size() * 2 / 3, 1, List.of("1"), 0, GAIN, READ_NOISE);
    }

    @Override
    public boolean takes(FrameKind kind) {
        return kind.isCommon() || kind == FrameKind.FOCUS || kind == FrameKind.TEST;
    }

    @Override
    public List<FrameKind> alsoTakes() {
        return List.of(FrameKind.FOCUS);
    }

    /** Its older names tell the type. */
    @Override
    public boolean suffers(Flaw flaw) {
        return true;
    }

    /** The wheel always has one in the beam. */
    @Override
    public String filterFor(NightPlan plan, FrameKind kind) {
        return plan.filter();
    }

    @Override
    public String objectOf(PlannedFrame frame) {
        return switch (frame.kind()) {
            case BIAS -> "Bias";
            case DARK -> "Dark";
            case FLAT -> "FlatWizard";
            case FOCUS -> "autofocus";
            case TEST -> "test";
            default -> String.format(Locale.ROOT, "T%05d", 10_000 + frame.field());
        };
    }

    @Override
    public String folder(NightPlan plan) {
        return dialect.folder(plan, FrameKind.SCIENCE);
    }

    @Override
    public String folderOf(NightPlan plan, PlannedFrame frame) {
        return dialect.folder(plan, frame.kind());
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        return dialect.nameOf(plan, frame, objectOf(frame));
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> detectors) {
        Layout layout = detectors.get(0).layout();
        Canvas canvas = new Canvas(layout.width(), layout.height());
        canvas.data(detectors.get(0).blocks().get(0), 0, 0);
        return List.of(canvas.hdu(header(shot), PixelType.UNSIGNED_16));
    }

    private Header header(Shot shot) {
        Header.Builder cards = Header.builder();
        cards.put("IMAGETYP", imageType(shot.kind()), "type of exposure");
        cards.put("EXPTIME", shot.frame().exposure(), "[s] exposure duration");
        cards.put("DATE-OBS", Shot.inFits(shot.clock()), "start of exposure (UTC)");
        cards.put("DATE-LOC", Shot.inFits(shot.localClock()), "start of exposure (local)");
        cards.put("OBJECT", shot.object(), "name of the object of interest");
        cards.put("FILTER", shot.frame().filter(), "active filter name");
        cards.put("INSTRUME", "Moravian C3-61000", "imaging instrument name");
        cards.put("OBSERVER", "Vigil simulator", "observer");
        cards.put("GAIN", GAIN_SETTING, "sensor gain");
        cards.put("XBINNING", 1, "X axis binning factor");
        cards.put("YBINNING", 1, "Y axis binning factor");
        cards.put("SET-TEMP", COLD, "[degC] CCD temperature setpoint");
        cards.put("CCD-TEMP", shot.temperature(COLD), "[degC] CCD temperature");
        weather(cards);
        shot.pointing().ifPresent(pointing -> cards.put("AIRMASS", Sky.airmass(pointing), "airmass"));
        dialect.addTo(cards, shot);
        return cards.build();
    }

    private static String imageType(FrameKind kind) {
        return switch (kind) {
            case BIAS -> "BIAS";
            case DARK -> "DARK";
            case FLAT -> "FLAT";
            case TEST -> "SNAPSHOT";
            default -> "LIGHT";
        };
    }

    private static void weather(Header.Builder cards) {
        cards.put("AMBTEMP", 11.5, "[degC] ambient air temperature");
        cards.put("HUMIDITY", 31.0, "[%] relative humidity");
        cards.put("PRESSURE", 845.2, "[hPa] air pressure");
        cards.put("DEWPOINT", -4.9, "[degC] dew point");
        cards.put("WINDDIR", 187.0, "[deg] wind direction");
        cards.put("SKYTEMP", -18.3, "[degC] sky temperature");
        cards.put("RAINRATE", 0.0, "[mm/h]");
    }
}
