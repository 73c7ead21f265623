package dev.vigil.simulator;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A CCD camera of the usual habits: one detector with an overscan, one image, every card that helps. */
public record GenericInstrument() implements Instrument {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    private static final int LEAST_OVERSCAN = 8;
    private static final double GAIN = 1.5;
    private static final double READ_NOISE = 5;

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public String unit() {
        return "GEN01";
    }

    @Override
    public Site site() {
        return Site.GENERIC;
    }

    @Override
    public String filter() {
        return "r";
    }

    @Override
    public int size() {
        return 1024;
    }

    /** The size is that of the whole image: the last columns never see the sky. */
    @Override
    public Layout layout(NightPlan plan, int detector) {
        int overscan = Math.max(LEAST_OVERSCAN, plan.size() / 32);
        return Layout.grid(plan.size() - overscan, plan.size(), 1, List.of("1"), overscan, GAIN, READ_NOISE);
    }

    @Override
    public boolean takes(FrameKind kind) {
        return kind.isCommon() || kind == FrameKind.FOCUS || kind == FrameKind.TEST;
    }

    /** Only names that begin with a type tell one. */
    @Override
    public boolean suffers(Flaw flaw) {
        return true;
    }

    @Override
    public String folder(NightPlan plan) {
        return plan.night().toString();
    }

    @Override
    public String nameOf(NightPlan plan, PlannedFrame frame) {
        String name = String.format(
                Locale.ROOT,
                "%s_%s_%s_%04d.fits",
                plan.unit(),
                IN_NAMES.format(frame.start()),
                frame.kind().word(),
                frame.number());
        return frame.has(Flaw.TYPE_DISAGREES) ? "dark_" + name : name;
    }

    @Override
    public List<OutputHdu> hdus(Shot shot, List<Exposed> detectors) {
        return List.of(image(detectors, FrameHeader.of(shot)));
    }

    static OutputHdu image(List<Exposed> detectors, Header header) {
        Exposed.Block only = detectors.get(0).blocks().get(0);
        int width = only.amplifier().readWidth();
        int height = only.amplifier().height();
        return OutputHdu.integers(header, width, height, only.counts(), PixelType.UNSIGNED_16);
    }
}
