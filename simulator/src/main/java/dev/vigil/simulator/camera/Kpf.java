package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.OutputHdu.Column;
import dev.vigil.imaging.PixelType;
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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The Keck Planet Finder: two detectors, each amplifier an HDU, with house-keeping beside them; its nights are UTC dates. */
record Kpf() implements Instrument {
    private static final int GREEN_AMPLIFIERS = 4;
    private static final int RED_AMPLIFIERS = 2;
    private static final double GAIN = 5.2;
    private static final double READ_NOISE = 4;
    private static final int HOUSEKEEPING = 32;

    @Override
    public String name() {
        return "kpf";
    }

    @Override
    public String unit() {
        return "KPF";
    }

    @Override
    public Site site() {
        return new Site(-155.4761, 19.8255, 4139);
    }

    /** It has none that matters. */
    @Override
    public String filter() {
        return "none";
    }

    @Override
    public String filterFor(NightPlan plan, FrameKind kind) {
        return "";
    }

    @Override
    public int size() {
        return 256;
    }

    @Override
    public int detectors() {
        return 2;
    }

    @Override
    public int mostDetectors() {
        return 2;
    }

    @Override
    public Duration later() {
        return Instrument.super.later().minusDays(1);
    }

    /** Green is read by four amplifiers in this night, red by two. */
    @Override
    public Layout layout(NightPlan plan, int detector) {
        String colour = detector == 1 ? "GREEN_AMP" : "RED_AMP";
        List<String> names = IntStream.rangeClosed(1, detector == 1 ? GREEN_AMPLIFIERS : RED_AMPLIFIERS)
                .mapToObj(i -> colour + i)
                .toList();
        return Layout.grid(plan.size(), plan.size(), 2, names, 0, GAIN, READ_NOISE);
    }

    @Override
    public boolean takes(FrameKind kind) {
        return Instrument.super.takes(kind) || kind == FrameKind.ARC;
    }

    @Override
    public List<FrameKind> alsoTakes() {
        return List.of(FrameKind.ARC, FrameKind.ARC);
    }

    @Override
    public String folder(NightPlan plan) {
        return "L0/" + DateTimeFormatter.BASIC_ISO_DATE.format(plan.night());
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        LocalDateTime start = LocalDateTime.ofInstant(frame.start(), ZoneOffset.UTC);
        long hundredths = start.toLocalTime().toNanoOfDay() / 10_000_000;
        return String.format(
                Locale.ROOT,
                "KP.%s.%05d.%02d.fits",
                DateTimeFormatter.BASIC_ISO_DATE.format(start),
                hundredths / 100,
                hundredths % 100);
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> detectors) {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(primary(shot)));
        for (Exposed detector : detectors) {
            detector.blocks().forEach(block -> hdus.add(amplifier(block)));
        }
        hdus.add(calcium());
        hdus.add(exposureMeter(shot));
        hdus.add(guider());
        hdus.add(telemetry(shot));
        return hdus;
    }

    private static OutputHdu amplifier(Exposed.Block block) {
        Header cards = named(block.amplifier().name());
        return new Canvas(block.amplifier().width(), block.amplifier().height())
                .data(block, 0, 0)
                .hdu(cards, PixelType.UNSIGNED_16);
    }

    private static OutputHdu calcium() {
        return OutputHdu.integers(
                named("CA_HK"),
                HOUSEKEEPING,
                HOUSEKEEPING,
                new int[HOUSEKEEPING * HOUSEKEEPING],
                PixelType.UNSIGNED_16);
    }

    private static OutputHdu guider() {
        return OutputHdu.integers(
                named("GUIDER_AVG"),
                HOUSEKEEPING,
                HOUSEKEEPING,
                new int[HOUSEKEEPING * HOUSEKEEPING],
                PixelType.INT_32);
    }

    private static OutputHdu exposureMeter(Shot shot) {
        return OutputHdu.table(
                named("EXPMETER_SCI"),
                List.of(
                        Column.texts("Date-Beg", List.of(Shot.inFits(shot.clock()))),
                        Column.doubles("550.0", "", 1000 * shot.frame().exposure())));
    }

    private static OutputHdu telemetry(Shot shot) {
        return OutputHdu.table(
                named("TELEMETRY"),
                List.of(
                        Column.texts("keyword", List.of("kpfgreen.STA_CCD_T", "kpfred.STA_CCD_T")),
                        Column.doubles("average", "", shot.temperature(-100), shot.temperature(-105))));
    }

    private static Header named(String name) {
        return Header.builder().put("EXTNAME", name, "").build();
    }

    private static Header primary(Shot shot) {
        Header.Builder cards = Header.builder();
        cards.put("IMTYPE", imageType(shot.kind()), "image type");
        cards.put("TARGNAME", shot.object(), "target");
        cards.put("OBJECT", shot.object(), "");
        cards.put("SCI-OBJ", fibre(shot, FrameKind.SCIENCE, "Target"), "what the science fibres see");
        cards.put("SKY-OBJ", fibre(shot, FrameKind.SCIENCE, "Sky"), "what the sky fibre sees");
        cards.put("CAL-OBJ", fibre(shot, FrameKind.ARC, "Th_gold"), "what the calibration fibre sees");
        cards.put("EXPTIME", shot.frame().asked(), "[s] requested");
        cards.put("ELAPTIME", shot.frame().exposure(), "[s] elapsed");
        cards.put("DATE-BEG", Shot.inFits(shot.clock()), "start of the exposure");
        cards.put("FRAMENO", shot.frame().number(), "");
        cards.put("PROGNAME", "K001", "");
        cards.put("INSTRUME", "KPF", "");
        cards.put("TELESCOP", "Keck I", "");
        shot.pointing().ifPresent(pointing -> {
            cards.put("RA", Sky.hours(pointing.ra()), "");
            cards.put("DEC", Sky.degrees(pointing.dec()), "");
            cards.put("AIRMASS", Sky.airmass(pointing), "");
        });
        return cards.build();
    }

    private static String fibre(Shot shot, FrameKind lit, String by) {
        return shot.kind() == lit ? by : "None";
    }

    private static String imageType(FrameKind kind) {
        return switch (kind) {
            case BIAS -> "Bias";
            case DARK -> "Dark";
            case FLAT -> "Flatlamp";
            case ARC -> "Arclamp";
            default -> "Object";
        };
    }
}
