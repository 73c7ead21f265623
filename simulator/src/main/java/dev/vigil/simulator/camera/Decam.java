package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.simulator.Amplifier;
import dev.vigil.simulator.Canvas;
import dev.vigil.simulator.Compression;
import dev.vigil.simulator.Exposed;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.Layout;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.Shot;
import dev.vigil.simulator.Site;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** DECam at the Blanco telescope: detectors of two amplifiers, all in one file, and those that only help to focus. */
record Decam() implements Instrument {
    private static final int SCIENCE = 62;
    private static final int FOCUS = 8;
    private static final int SMALLEST = 96;
    private static final int OVERSCAN = 8;
    private static final double GAIN = 4.1;
    private static final double READ_NOISE = 7;
    private static final int SATURATION = 45_000;
    private static final int FIRST_NUMBER = 123_000;
    /** Every so many frames one has the name that the archive gives. */
    private static final int RENAMED = 4;

    /** The rows of the focal plane from south to north, in the order of CCDNUM. */
    private static final List<String> NAMES = names();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        int[][] south = {{29, 31}, {25, 28}, {20, 24}, {14, 19}, {8, 13}, {1, 7}};
        for (int[] row : south) {
            IntStream.rangeClosed(row[0], row[1]).forEach(i -> names.add("S" + i));
        }
        IntStream.rangeClosed(1, 31).forEach(i -> names.add("N" + i));
        List.of("FS", "FN").forEach(side -> IntStream.rangeClosed(1, 4).forEach(i -> names.add(side + i)));
        return List.copyOf(names);
    }

    @Override
    public String name() {
        return "decam";
    }

    @Override
    public String unit() {
        return "DECam";
    }

    @Override
    public Site site() {
        return new Site(-70.8065, -30.1690, 2215);
    }

    @Override
    public String filter() {
        return "g";
    }

    @Override
    public int size() {
        return 128;
    }

    /** Smaller images would not shrink by being packed. */
    @Override
    public int smallest() {
        return SMALLEST;
    }

    @Override
    public int detectors() {
        return 4;
    }

    @Override
    public int mostDetectors() {
        return SCIENCE;
    }

    @Override
    public Layout layout(NightPlan plan, int detector) {
        return Layout.grid(plan.size(), plan.size(), 2, List.of("A", "B"), OVERSCAN, GAIN, READ_NOISE);
    }

    /** The whole camera has all that help to focus; a part of it has one. */
    @Override
    public List<Integer> detectorsIn(NightPlan plan, PlannedFrame frame) {
        int focus = plan.detectors() == SCIENCE ? FOCUS : 1;
        return IntStream.concat(
                        IntStream.rangeClosed(1, plan.detectors()), IntStream.rangeClosed(SCIENCE + 1, SCIENCE + focus))
                .boxed()
                .toList();
    }

    /** Its detectors are so cold that no darks are taken. */
    @Override
    public boolean takes(FrameKind kind) {
        boolean common = Instrument.super.takes(kind) && kind != FrameKind.DARK;
        return common || kind == FrameKind.FOCUS || kind == FrameKind.TEST;
    }

    @Override
    public Optional<Long> runningNumber(NightPlan plan, PlannedFrame frame) {
        return Optional.of((long) FIRST_NUMBER + frame.number());
    }

    @Override
    public String folder(NightPlan plan) {
        return plan.night().toString();
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        return frame.number() % RENAMED == 0
                ? String.format(Locale.ROOT, "c4d_%s_ori.fits.fz", TIME.format(frame.start()))
                : String.format(Locale.ROOT, "DECam_%08d.fits.fz", FIRST_NUMBER + frame.number());
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> detectors) {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(primary(shot)));
        detectors.forEach(detector -> hdus.add(image(shot, detector)));
        return hdus;
    }

    @Override
    public Compression compression() {
        return Compression.TILES;
    }

    private static Header primary(Shot shot) {
        Header.Builder cards = Header.builder();
        cards.put("OBSTYPE", observationType(shot), "observation type");
        cards.put("OBJECT", shot.object(), "object name");
        cards.put("EXPNUM", FIRST_NUMBER + shot.frame().number(), "DECam exposure number");
        cards.put("EXPTIME", shot.frame().exposure(), "[s] exposure time");
        cards.put("EXPREQ", shot.frame().asked(), "[s] requested exposure time");
        cards.put("DATE-OBS", Shot.inFits(shot.clock()), "UTC of the start of the exposure");
        cards.put("TIMESYS", "UTC", "");
        cards.put("FILTER", shot.plan().filter() + " DECam SDSS c0001 4720.0 1520.0", "filter");
        cards.put("INSTRUME", "DECam", "");
        cards.put("TELESCOP", "CTIO 4.0-m telescope", "");
        cards.put("PROPID", "2026B-0001", "proposal");
        cards.put("PROPOSER", "Vigil simulator", "");
        shot.pointing().ifPresent(pointing -> {
            cards.put("RA", Sky.hours(pointing.ra()), "[HH:MM:SS] target RA");
            cards.put("DEC", Sky.degrees(pointing.dec()), "[DD:MM:SS] target DEC");
            cards.put("AIRMASS", Sky.airmass(pointing), "");
        });
        return cards.build();
    }

    private static String observationType(Shot shot) {
        return switch (shot.kind()) {
            case BIAS -> "zero";
            case FLAT -> "dome flat";
            default -> "object";
        };
    }

    /** Overscan at either edge, the amplifiers' light between. */
    private static OutputHdu image(Shot shot, Exposed detector) {
        Header.Builder cards = Header.builder();
        cards.put("EXTNAME", NAMES.get(detector.detector() - 1), "");
        cards.put("CCDNUM", detector.detector(), "CCD number");
        cards.put("DETPOS", NAMES.get(detector.detector() - 1), "detector position");
        shot.pointing(detector.detector())
                .ifPresent(seen -> Sky.coordinates(cards, "TPV", seen, shot.scale(), OVERSCAN));
        Layout layout = detector.layout();
        Canvas canvas = new Canvas(layout.width() + 2 * OVERSCAN, layout.height());
        for (Exposed.Block block : detector.blocks()) {
            Amplifier amplifier = block.amplifier();
            int light = OVERSCAN + amplifier.left();
            int dark = amplifier.left() == 0 ? 0 : OVERSCAN + layout.width();
            canvas.data(block, light, 0).overscan(block, dark, 0);
            describe(cards, amplifier, light, dark);
        }
        return canvas.hdu(cards.build(), PixelType.UNSIGNED_16);
    }

    private static void describe(Header.Builder cards, Amplifier amplifier, int light, int dark) {
        String name = amplifier.name();
        cards.put("DATASEC" + name, Canvas.section(light, 0, amplifier.width(), amplifier.height()), "");
        cards.put("BIASSEC" + name, Canvas.section(dark, 0, OVERSCAN, amplifier.height()), "");
        cards.put("GAIN" + name, amplifier.gain(), "[e-/ADU]");
        cards.put("RDNOISE" + name, amplifier.readNoise(), "[e-]");
        cards.put("SATURAT" + name, SATURATION, "[ADU]");
    }
}
