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
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** LATISS at Rubin's auxiliary telescope: sixteen amplifiers, each an HDU; its clocks count TAI. */
record Latiss() implements Instrument {
    private static final Duration TAI = Duration.ofSeconds(37);
    private static final int COLUMNS = 8;
    private static final int OVERSCAN = 8;
    private static final double GAIN = 1.1;
    private static final double READ_NOISE = 8;
    private static final Set<FrameKind> TRIALS = EnumSet.of(FrameKind.FOCUS, FrameKind.TEST, FrameKind.SPECTRUM);

    @Override
    public String name() {
        return "latiss";
    }

    @Override
    public String unit() {
        return "LATISS";
    }

    @Override
    public Site site() {
        return new Site(-70.7494, -30.2446, 2663);
    }

    @Override
    public String filter() {
        return "SDSSr";
    }

    @Override
    public int size() {
        return 512;
    }

    @Override
    public Layout layout(NightPlan plan, int detector) {
        List<String> names = IntStream.range(0, 2 * COLUMNS)
                .mapToObj(i -> String.format(Locale.ROOT, "Segment%d%d", i / COLUMNS, i % COLUMNS))
                .toList();
        return Layout.grid(plan.size(), plan.size(), COLUMNS, names, OVERSCAN, GAIN, READ_NOISE);
    }

    @Override
    public boolean takes(FrameKind kind) {
        return Instrument.super.takes(kind) || TRIALS.contains(kind);
    }

    @Override
    public List<FrameKind> alsoTakes() {
        return List.copyOf(TRIALS);
    }

    @Override
    public String folder(NightPlan plan) {
        return plan.night().toString();
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        return id(plan, frame) + ".fits";
    }

    private static String id(NightPlan plan, PlannedFrame frame) {
        return String.format(Locale.ROOT, "AT_O_%s_%06d", day(plan), frame.number());
    }

    private static String day(NightPlan plan) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(plan.night());
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> detectors) {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(primary(shot)));
        detectors.get(0).blocks().forEach(block -> hdus.add(segment(block)));
        return hdus;
    }

    private static OutputHdu segment(Exposed.Block block) {
        Amplifier amplifier = block.amplifier();
        Header.Builder cards = Header.builder();
        cards.put("EXTNAME", amplifier.name(), "");
        cards.put("DATASEC", Canvas.section(0, 0, amplifier.width(), amplifier.height()), "");
        cards.put("BIASSEC", Canvas.section(amplifier.width(), 0, OVERSCAN, amplifier.height()), "");
        cards.put(
                "DETSEC",
                Canvas.section(amplifier.left(), amplifier.bottom(), amplifier.width(), amplifier.height()),
                "");
        return new Canvas(amplifier.readWidth(), amplifier.height())
                .data(block, 0, 0)
                .overscan(block, amplifier.width(), 0)
                .hdu(cards.build(), PixelType.INT_32);
    }

    private static Header primary(Shot shot) {
        Instant start = shot.clock().plus(TAI);
        Instant end = start.plusMillis(Math.round(shot.frame().exposure() * 1000));
        Header.Builder cards = Header.builder();
        cards.put("TIMESYS", "TAI", "the time scale of all dates");
        cards.put("DATE-OBS", Shot.inFits(start), "");
        cards.put("DATE-BEG", Shot.inFits(start), "");
        cards.put("DATE-END", Shot.inFits(end), "");
        cards.put("DAYOBS", day(shot.plan()), "");
        cards.put("SEQNUM", shot.frame().number(), "");
        cards.put("OBSID", id(shot.plan(), shot.frame()), "");
        cards.put("IMGTYPE", imageType(shot.kind()), "");
        cards.put("OBJECT", shot.object(), "");
        cards.put("EXPTIME", shot.frame().exposure(), "[s]");
        cards.put("EXPREQ", shot.frame().asked(), "[s] requested exposure time");
        cards.put(
                "FILTER",
                shot.frame().filter().isEmpty() ? "empty_1" : shot.frame().filter(),
                "");
        cards.put("GRATING", shot.kind() == FrameKind.SPECTRUM ? "holo4_003" : "empty_1", "");
        cards.put("INSTRUME", "LATISS", "");
        cards.put("TELESCOP", "LSST AuxTelescope", "");
        shot.pointing().ifPresent(pointing -> {
            cards.put("RA", pointing.ra(), "[deg]");
            cards.put("DEC", pointing.dec(), "[deg]");
            cards.put("AMSTART", Sky.airmass(pointing), "airmass");
        });
        return cards.build();
    }

    private static String imageType(FrameKind kind) {
        return switch (kind) {
            case BIAS -> "BIAS";
            case DARK -> "DARK";
            case FLAT -> "FLAT";
            case TEST -> "ENGTEST";
            case FOCUS -> "FOCUS";
            default -> "OBJECT";
        };
    }
}
