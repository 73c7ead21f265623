package dev.vigil.simulator;

import dev.vigil.imaging.Header;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the cards that a camera of the generic profile writes. */
final class FrameHeader {
    private static final DateTimeFormatter FITS_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final double COLD = -20;

    private final NightPlan plan;
    private final PlannedFrame frame;
    private final Header.Builder cards = Header.builder();

    private FrameHeader(NightPlan plan, PlannedFrame frame) {
        this.plan = plan;
        this.frame = frame;
    }

    static Header of(NightPlan plan, PlannedFrame frame) {
        FrameHeader header = new FrameHeader(plan, frame);
        header.what();
        header.camera();
        header.site();
        if (frame.kind() == FrameKind.SCIENCE) {
            header.pointing(Scene.of(plan, frame));
        }
        return header.cards.build();
    }

    private void what() {
        cards.put("IMAGETYP", frame.kind().imageType(), "type of frame");
        cards.put("OBJECT", object(), "target");
        cards.put("EXPTIME", frame.exposure(), "[s] exposure time");
        cards.put("DATE-OBS", FITS_TIME.format(frame.start()), "start of the exposure");
        cards.put("TIMESYS", "UTC", "time scale");
        if (!frame.filter().isEmpty()) {
            cards.put("FILTER", frame.filter(), "filter");
        }
        cards.put("EXPNUM", frame.number(), "running number in the night");
    }

    private String object() {
        return switch (frame.kind()) {
            case BIAS -> "bias";
            case DARK -> "dark";
            case FLAT -> "dome flat";
            case SCIENCE -> "SIM-%04d".formatted(frame.field());
        };
    }

    private void camera() {
        Geometry geometry = Geometry.of(plan.size());
        cards.put("INSTRUME", "Simulated camera", "instrument");
        cards.put("DETECTOR", "SIM-CCD", "detector");
        cards.put("CAMSER", "SIM-" + plan.unit(), "serial number of the camera");
        cards.put("EGAIN", Camera.GAIN, "[e-/ADU] electrons per count");
        cards.put("GAIN", Camera.GAIN, "[e-/ADU] electrons per count");
        cards.put("RDNOISE", Camera.READ_NOISE, "[e-] read noise");
        cards.put("SATURATE", Camera.SATURATION, "[ADU] saturation");
        cards.put("XBINNING", 1, "binning along x");
        cards.put("YBINNING", 1, "binning along y");
        cards.put("BIASSEC", geometry.biasSection(), "overscan");
        cards.put("TRIMSEC", geometry.dataSection(), "what sees light");
        cards.put("DATASEC", geometry.dataSection(), "what sees light");
        cards.put("SET-TEMP", COLD, "[C] sensor temperature wanted");
        cards.put("CCD-TEMP", temperature(), "[C] sensor temperature");
    }

    private double temperature() {
        float drift =
                RandomStream.of(plan.seed(), "temperature " + frame.name()).gaussian();
        return COLD + Math.rint(5 * drift) / 100;
    }

    private void site() {
        cards.put("TELESCOP", plan.unit(), "telescope");
        cards.put("OBSERVER", "Vigil simulator", "");
        cards.put("SITELAT", Site.LATITUDE, "[deg]");
        cards.put("SITELONG", Site.LONGITUDE, "[deg] east positive");
        cards.put("SITEELEV", Site.ELEVATION, "[m]");
    }

    private void pointing(Scene scene) {
        TangentPlane plane = scene.plane();
        cards.put("AIRMASS", Math.rint(scene.airmass() * 1e4) / 1e4, "");
        cards.put("RA", plane.ra(), "[deg] of the middle");
        cards.put("DEC", plane.dec(), "[deg] of the middle");
        cards.put("RADESYS", "ICRS", "");
        cards.put("EQUINOX", 2000.0, "");
        cards.put("CTYPE1", "RA---TAN", "");
        cards.put("CTYPE2", "DEC--TAN", "");
        cards.put("CUNIT1", "deg", "");
        cards.put("CUNIT2", "deg", "");
        cards.put("CRPIX1", plane.centreX(), "");
        cards.put("CRPIX2", plane.centreY(), "");
        cards.put("CRVAL1", plane.ra(), "");
        cards.put("CRVAL2", plane.dec(), "");
        cards.put("CD1_1", TangentPlane.CD1_1, "");
        cards.put("CD1_2", TangentPlane.CD1_2, "");
        cards.put("CD2_1", TangentPlane.CD2_1, "");
        cards.put("CD2_2", TangentPlane.CD2_2, "");
    }
}
