package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.simulator.Compression;
import dev.vigil.simulator.Exposed;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.Layout;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.Shot;
import dev.vigil.simulator.Site;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Robo-AO at Kitt Peak: cubes of short exposures, continued in further files, each packed by bzip2; names say nearly all. */
record RoboAo() implements Instrument {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final int PLANES = 5;
    private static final double GAIN = 1.6;
    private static final double READ_NOISE = 6;
    private static final Set<FrameKind> TRIALS = EnumSet.of(FrameKind.POINTING, FrameKind.TEST);

    @Override
    public String name() {
        return "robo-ao";
    }

    @Override
    public String unit() {
        return "Robo-AO";
    }

    @Override
    public Site site() {
        return new Site(-111.5998, 31.9583, 2096);
    }

    @Override
    public String filter() {
        return "i";
    }

    @Override
    public int size() {
        return 128;
    }

    @Override
    public Layout layout(NightPlan plan, int detector) {
        return Layout.grid(plan.size(), plan.size(), 1, List.of("1"), 0, GAIN, READ_NOISE);
    }

    @Override
    public int planes() {
        return PLANES;
    }

    /** What looks at a star is continued once. */
    @Override
    public int parts(NightPlan plan, FrameKind kind) {
        return kind == FrameKind.SCIENCE ? 2 : 1;
    }

    @Override
    public boolean takes(FrameKind kind) {
        return Instrument.super.takes(kind) || TRIALS.contains(kind);
    }

    @Override
    public List<FrameKind> alsoTakes() {
        return List.copyOf(TRIALS);
    }

    /** Its files are not counted, so that none is missed; and they tell no place, which therefore cannot be wrong. */
    @Override
    public boolean suffers(Flaw flaw) {
        return Instrument.super.suffers(flaw) && flaw != Flaw.GAP && flaw != Flaw.POINTING_OFF;
    }

    @Override
    public Optional<Long> runningNumber(NightPlan plan, PlannedFrame frame) {
        return frame.part() == 1 ? Optional.empty() : Optional.of(frame.part() - 1L);
    }

    @Override
    public String objectOf(PlannedFrame frame) {
        return String.format(Locale.ROOT, "HD_%05d", 12_000 + frame.field());
    }

    @Override
    public String folder(NightPlan plan) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(plan.night());
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        String continued = frame.part() == 1 ? "" : "_" + (frame.part() - 1);
        return prefix(frame) + "_" + TIME.format(frame.start()) + continued + ".fits.bz2";
    }

    private String prefix(PlannedFrame frame) {
        String target = "3_" + objectOf(frame) + "_VIC_" + frame.filter() + "_0";
        return switch (frame.kind()) {
            case BIAS, DARK, FLAT -> frame.kind().word() + "_0";
            case TEST -> "seeing_" + target;
            case POINTING -> "pointing_" + target;
            default -> target;
        };
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> planes) {
        Layout layout = planes.get(0).layout();
        int pixels = layout.width() * layout.height();
        int[] cube = new int[pixels * planes.size()];
        for (int plane = 0; plane < planes.size(); plane++) {
            System.arraycopy(planes.get(plane).blocks().get(0).counts(), 0, cube, plane * pixels, pixels);
        }
        return List.of(OutputHdu.cube(
                header(shot), layout.width(), layout.height(), planes.size(), cube, PixelType.UNSIGNED_16));
    }

    private static Header header(Shot shot) {
        return Header.builder()
                .put("EXPTIME", shot.frame().exposure(), "[s] of each plane")
                .put("EXPREQ", shot.frame().asked(), "[s] requested of each plane")
                .put("DATE-OBS", Shot.inFits(shot.clock()), "start of the first plane (UTC)")
                .build();
    }

    @Override
    public Compression compression() {
        return Compression.BZIP2;
    }
}
