package dev.vigil.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The stars of a simulated night as a catalogue of some years before knows them: moved since, and measured with errors. */
final class KnownStars {
    private static final String HEADS =
            "ra,dec,ra_error,dec_error,pmra,pmdec,pmra_error,pmdec_error,epoch,mag,mag_error";
    private static final double EPOCH = 2016;
    private static final Instant AT_EPOCH = Instant.parse("2016-01-01T12:00:00Z");
    private static final double SECONDS_PER_YEAR = 365.25 * 86400;
    private static final double MILLIARCSECONDS_PER_DEGREE = 3600e3;

    /** Milliarcseconds per year, of most stars. */
    private static final double MOTION = 8;

    private static final double MAGNITUDE_ERROR = 0.01;
    /** Milliarcseconds of a star of the 16th magnitude; ten times as much five magnitudes below. */
    private static final double PLACE_ERROR = 0.5;

    private static final double MOTION_ERROR_PER_PLACE_ERROR = 0.3;
    private static final double ERROR_MAGNITUDE = 16;

    private final NightPlan plan;
    private final List<PlannedFrame> frames;

    KnownStars(NightPlan plan, List<PlannedFrame> frames) {
        this.plan = plan;
        this.frames = frames;
    }

    /** A table with commas, its heads first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADS));
        Set<String> done = new HashSet<>();
        for (PlannedFrame frame : frames) {
            if (frame.kind().seesSky()) {
                for (int detector : plan.instrument().detectorsIn(plan, frame)) {
                    if (done.add(frame.field() + " " + detector)) {
                        add(frame, detector, lines);
                    }
                }
            }
        }
        return lines;
    }

    private void add(PlannedFrame frame, int detector, List<String> lines) {
        RandomStream random = RandomStream.of(
                plan.seed(), "catalogue " + plan.unit() + " " + plan.night() + " " + frame.field() + " " + detector);
        double years = Duration.between(AT_EPOCH, frame.start()).toSeconds() / SECONDS_PER_YEAR;
        for (Stars.Placed star : Scene.stars(plan, frame, detector)) {
            lines.add(line(star, years, random));
        }
    }

    /** Back to where it was, with the motion that it really has; measured are the place and another motion. */
    private static String line(Stars.Placed star, double years, RandomStream random) {
        double error = PLACE_ERROR * StrictMath.pow(10, 0.2 * Math.max(-3, star.magnitude() - ERROR_MAGNITUDE));
        double motionError = error * MOTION_ERROR_PER_PLACE_ERROR;
        double motionRa = MOTION * random.gaussian();
        double motionDec = MOTION * random.gaussian();
        double ra = (error * random.gaussian() - motionRa * years) / MILLIARCSECONDS_PER_DEGREE;
        double dec = (error * random.gaussian() - motionDec * years) / MILLIARCSECONDS_PER_DEGREE;
        double perRa = StrictMath.cos(Math.toRadians(star.place().dec()));
        return String.format(
                Locale.ROOT,
                "%.8f,%.8f,%.3f,%.3f,%.4f,%.4f,%.4f,%.4f,%.1f,%.4f,%.4f",
                (star.place().ra() + ra / perRa + 360) % 360,
                star.place().dec() + dec,
                error,
                error,
                motionRa + motionError * random.gaussian(),
                motionDec + motionError * random.gaussian(),
                motionError,
                motionError,
                EPOCH,
                star.magnitude() + MAGNITUDE_ERROR * random.gaussian(),
                MAGNITUDE_ERROR);
    }
}
