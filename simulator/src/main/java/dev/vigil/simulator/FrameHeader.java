package dev.vigil.simulator;

import dev.vigil.imaging.Header;

/** Writes the cards that a camera of the generic profile writes. */
final class FrameHeader {
    private static final double COLD = -20;

    private final Shot shot;
    private final PlannedFrame frame;
    private final Header.Builder cards = Header.builder();

    private FrameHeader(Shot shot) {
        this.shot = shot;
        this.frame = shot.frame();
    }

    static Header of(Shot shot) {
        FrameHeader header = new FrameHeader(shot);
        header.what();
        header.camera();
        header.site();
        shot.pointing().ifPresent(header::pointing);
        return header.cards.build();
    }

    private void what() {
        cards.put("IMAGETYP", frame.kind().imageType(), "type of frame");
        cards.put("OBJECT", shot.object(), "target");
        cards.put("EXPTIME", frame.exposure(), "[s] exposure time");
        cards.put("EXPREQ", frame.asked(), "[s] requested exposure time");
        cards.put("DATE-OBS", Shot.inFits(shot.clock()), "start of the exposure");
        cards.put("TIMESYS", "UTC", "time scale");
        if (!frame.filter().isEmpty()) {
            cards.put("FILTER", frame.filter(), "filter");
        }
        cards.put("EXPNUM", frame.number(), "running number in the night");
    }

    private void camera() {
        Amplifier amplifier =
                shot.plan().instrument().layout(shot.plan(), 1).amplifiers().get(0);
        String data = "[1:" + amplifier.width() + ",1:" + amplifier.height() + "]";
        cards.put("INSTRUME", "Simulated camera", "instrument");
        cards.put("DETECTOR", "SIM-CCD", "detector");
        cards.put("CAMSER", "SIM-" + shot.plan().unit(), "serial number of the camera");
        cards.put("EGAIN", amplifier.gain(), "[e-/ADU] electrons per count");
        cards.put("GAIN", amplifier.gain(), "[e-/ADU] electrons per count");
        cards.put("RDNOISE", amplifier.readNoise(), "[e-] read noise");
        cards.put("SATURATE", Camera.SATURATION, "[ADU] saturation");
        cards.put("XBINNING", 1, "binning along x");
        cards.put("YBINNING", 1, "binning along y");
        cards.put(
                "BIASSEC",
                "[" + (amplifier.width() + 1) + ":" + amplifier.readWidth() + ",1:" + amplifier.height() + "]",
                "overscan");
        cards.put("TRIMSEC", data, "what sees light");
        cards.put("DATASEC", data, "what sees light");
        cards.put("SET-TEMP", COLD, "[C] sensor temperature wanted");
        cards.put("CCD-TEMP", shot.temperature(COLD), "[C] sensor temperature");
    }

    private void site() {
        cards.put("TELESCOP", shot.plan().unit(), "telescope");
        cards.put("OBSERVER", "Vigil simulator", "");
        Site site = shot.plan().instrument().site();
        cards.put("SITELAT", site.latitude(), "[deg]");
        cards.put("SITELONG", site.longitude(), "[deg] east positive");
        cards.put("SITEELEV", site.elevation(), "[m]");
    }

    private void pointing(Pointing plane) {
        double times = shot.plan().fields().optics().times();
        cards.put("AIRMASS", Math.rint(plane.airmass() * 1e4) / 1e4, "");
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
        cards.put("CD1_1", times * TangentPlane.CD1_1, "");
        cards.put("CD1_2", times * TangentPlane.CD1_2, "");
        cards.put("CD2_1", times * TangentPlane.CD2_1, "");
        cards.put("CD2_2", times * TangentPlane.CD2_2, "");
    }
}
