package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.simulator.Amplifier;
import dev.vigil.simulator.Canvas;
import dev.vigil.simulator.Exposed;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.Layout;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.Shot;
import dev.vigil.simulator.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hyper Suprime-Cam: a file for each detector, four amplifiers side by side, and two visit numbers for one exposure. */
record Hsc() implements Instrument {
    private static final int DETECTORS = 112;
    private static final int OVERSCAN = 8;
    private static final double GAIN = 3.0;
    private static final double READ_NOISE = 4.5;
    private static final int FIRST_VISIT = 120_000;

    @Override
    public String name() {
        return "hsc";
    }

    @Override
    public String unit() {
        return "HSC";
    }

    @Override
    public Site site() {
        return new Site(-155.4761, 19.8255, 4139);
    }

    @Override
    public String filter() {
        return "HSC-g";
    }

    @Override
    public int size() {
        return 128;
    }

    @Override
    public int detectors() {
        return 4;
    }

    @Override
    public int mostDetectors() {
        return DETECTORS;
    }

    @Override
    public Layout layout(NightPlan plan, int detector) {
        return Layout.grid(plan.size(), plan.size(), 4, List.of("1", "2", "3", "4"), OVERSCAN, GAIN, READ_NOISE);
    }

    @Override
    public boolean takes(FrameKind kind) {
        return Instrument.super.takes(kind) || kind == FrameKind.FOCUS || kind == FrameKind.TEST;
    }

    @Override
    public int parts(NightPlan plan, FrameKind kind) {
        return plan.detectors();
    }

    @Override
    public List<Integer> detectorsIn(NightPlan plan, PlannedFrame frame) {
        return List.of(frame.part());
    }

    @Override
    public Optional<Long> runningNumber(NightPlan plan, PlannedFrame frame) {
        return Optional.of((long) visit(frame) + (isOdd(plan, frame) ? 1 : 0));
    }

    /** The even visit has the first half of the detectors, the odd one the other. */
    private static int visit(PlannedFrame frame) {
        return FIRST_VISIT + 2 * frame.number();
    }

    private static boolean isOdd(NightPlan plan, PlannedFrame frame) {
        return frame.part() > half(plan);
    }

    private static int half(NightPlan plan) {
        return (plan.detectors() + 1) / 2;
    }

    @Override
    public String folder(NightPlan plan) {
        return plan.night().toString();
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        int inVisit = isOdd(plan, frame) ? frame.part() - half(plan) : frame.part();
        return String.format(
                Locale.ROOT, "HSCA%06d%02d.fits", runningNumber(plan, frame).orElseThrow(), inVisit - 1);
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> detectors) {
        Exposed detector = detectors.get(0);
        Header.Builder cards = primary(shot);
        Canvas canvas = new Canvas(
                detector.layout().width() + OVERSCAN * detector.blocks().size(),
                detector.layout().height());
        for (Exposed.Block block : detector.blocks()) {
            Amplifier amplifier = block.amplifier();
            int left = amplifier.left() / amplifier.width() * amplifier.readWidth();
            canvas.data(block, left, 0).overscan(block, left + amplifier.width(), 0);
            describe(cards, amplifier, left);
        }
        return List.of(canvas.hdu(cards.build(), PixelType.UNSIGNED_16));
    }

    private static Header.Builder primary(Shot shot) {
        String start = Shot.inFits(shot.clock());
        Header.Builder cards = Header.builder();
        cards.put("DATA-TYP", dataType(shot.kind()), "type of data");
        cards.put("OBJECT", shot.object(), "target");
        cards.put("EXPTIME", shot.frame().exposure(), "[s] total integration time");
        cards.put("EXPREQ", shot.frame().asked(), "[s] requested exposure time");
        cards.put("DATE-OBS", start.substring(0, 10), "[yyyy-mm-dd] observation start date");
        cards.put("UT", start.substring(11), "[HH:MM:SS.SSS] start of the exposure");
        cards.put("TIMESYS", "UTC", "");
        cards.put("FILTER01", shot.plan().filter(), "filter");
        cards.put("EXP-ID", String.format(Locale.ROOT, "HSCE%08d", visit(shot.frame())), "exposure");
        cards.put("FRAMEID", shot.frame().name().replaceFirst("\\..*", ""), "");
        cards.put("DET-ID", shot.frame().part() - 1, "detector");
        cards.put("SIMDETS", shot.plan().detectors(), "simulated detectors, of 112");
        cards.put("BIN-FCT1", 1, "");
        cards.put("BIN-FCT2", 1, "");
        cards.put("INSTRUME", "Hyper Suprime-Cam", "");
        cards.put("PROP-ID", "o26001", "");
        shot.pointing().ifPresent(pointing -> {
            cards.put("RA", Sky.hours(pointing.ra()), "");
            cards.put("DEC", Sky.degrees(pointing.dec()), "");
            cards.put("AIRMASS", Sky.airmass(pointing), "");
        });
        shot.pointing(shot.frame().part()).ifPresent(seen -> Sky.coordinates(cards, "TAN", seen, shot.scale(), 0));
        return cards;
    }

    private static String dataType(FrameKind kind) {
        return switch (kind) {
            case BIAS -> "BIAS";
            case DARK -> "DARK";
            case FLAT -> "DOMEFLAT";
            default -> "OBJECT";
        };
    }

    private static void describe(Header.Builder cards, Amplifier amplifier, int left) {
        section(cards, "T_EF", amplifier, left, amplifier.width());
        section(cards, "T_OS", amplifier, left + amplifier.width(), OVERSCAN);
        cards.put("T_GAIN" + amplifier.name(), amplifier.gain(), "[e-/ADU]");
    }

    private static void section(Header.Builder cards, String what, Amplifier amplifier, int left, int width) {
        String name = amplifier.name();
        cards.put(what + "MN" + name + "1", left + 1, "");
        cards.put(what + "MX" + name + "1", left + width, "");
        cards.put(what + "MN" + name + "2", 1, "");
        cards.put(what + "MX" + name + "2", amplifier.height(), "");
    }
}
