package dev.vigil.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** All that a camera's software knows of an exposure when it writes a file of it; what it believes may be wrong. */
public record Shot(NightPlan plan, PlannedFrame frame, Optional<Pointing> pointing) {
    private static final DateTimeFormatter FITS_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    static Shot of(NightPlan plan, PlannedFrame frame) {
        return new Shot(plan, frame, frame.kind().seesSky() ? Optional.of(believed(plan, frame)) : Optional.empty());
    }

    private static Pointing believed(NightPlan plan, PlannedFrame frame) {
        Pointing truth = Scene.of(plan, frame, 1).pointing();
        return frame.has(Flaw.POINTING_OFF) ? truth.north(-Flaw.ASTRAY) : truth;
    }

    /** The same as one of the detectors sees it: the reference pixel may lie far beside it. */
    public Optional<Pointing> pointing(int detector) {
        return pointing.map(first -> first.seenFrom(Scene.beside(plan, detector)));
    }

    /** Seconds of arc that a pixel covers. */
    public double scale() {
        return plan.fields().optics().scale();
    }

    public FrameKind kind() {
        return frame.kind();
    }

    public String object() {
        return plan.instrument().objectOf(frame);
    }

    /** When the exposure began, by the camera's clock. */
    public Instant clock() {
        if (frame.has(Flaw.WRONG_YEAR)) {
            return frame.start().atOffset(ZoneOffset.UTC).minusYears(Flaw.YEARS).toInstant();
        }
        return frame.has(Flaw.CLOCK_OFF) ? local(frame.start()) : frame.start();
    }

    /** The same by the clock on the wall, as an instant whose UTC reads so. */
    public Instant localClock() {
        return local(clock());
    }

    private Instant local(Instant time) {
        return time.plusSeconds(plan.instrument().site().clock().getTotalSeconds());
    }

    /** As FITS writes it. */
    public static String inFits(Instant time) {
        return FITS_TIME.format(time);
    }

    /** The sensor's temperature where this one was wanted. */
    public double temperature(double wanted) {
        float drift = RandomStream.of(plan.seed(), "temperature " + frame.key()).gaussian();
        return wanted + Math.rint(5 * drift) / 100;
    }
}
