package dev.vigil.reduction.coordinates;

import java.util.Optional;
import org.jastronomy.jsofa.JSOFA;

/**
 * Which pixel sees which place on the sky: the projection onto the plane that touches the sky at one place, with the
 * distortion of the optics.
 *
 * @param reference the place where the plane touches: FITS' CRVALi
 * @param referencePixel the pixel that sees it: FITS' CRPIXi
 */
public record WorldCoordinates(
        SkyPosition reference, PixelPosition referencePixel, LinearMap map, Distortion distortion) {
    private static final int MOST_STEPS = 100;

    /** In pixels; a thousandth of what a centroid can be good for, far above what a double rounds. */
    private static final double CLOSE_ENOUGH = 1e-7;

    /** The same with the distortion as TPV, if it is SIP: what SExtractor, SCAMP and SWarp read. */
    public WorldCoordinates asTpv() {
        return distortion instanceof Sip sip
                ? new WorldCoordinates(reference, referencePixel, map, PlaneBending.of(sip, map))
                : this;
    }

    public SkyPosition skyAt(PixelPosition pixel) {
        Offset plane = onPlane(new Offset(pixel.x() - referencePixel.x(), pixel.y() - referencePixel.y()));
        JSOFA.SphericalCoordinate sky =
                JSOFA.jauTpsts(Math.toRadians(plane.x()), Math.toRadians(plane.y()), reference.ra(), reference.dec());
        return SkyPosition.ofRadians(sky.alpha, sky.delta);
    }

    /** Empty for what lies behind the plane, or so far out that the distortion's polynomials lead nowhere. */
    public Optional<PixelPosition> pixelAt(SkyPosition sky) {
        JSOFA.TangentPlaneCoordinate plane = JSOFA.jauTpxes(sky.ra(), sky.dec(), reference.ra(), reference.dec());
        return plane.status != 0
                ? Optional.empty()
                : pixelOf(new Offset(Math.toDegrees(plane.xi), Math.toDegrees(plane.eta)));
    }

    /** Steps by what the straight map makes of what is missing: the optics bend little, so each step gains digits. */
    private Optional<PixelPosition> pixelOf(Offset wanted) {
        Offset pixels = map.back(wanted);
        for (int i = 0; i < MOST_STEPS && Double.isFinite(pixels.length()); i++) {
            Offset step = map.back(wanted.minus(onPlane(pixels)));
            pixels = pixels.plus(step);
            if (step.length() < CLOSE_ENOUGH) {
                return Optional.of(new PixelPosition(referencePixel.x() + pixels.x(), referencePixel.y() + pixels.y()));
            }
        }
        return Optional.empty();
    }

    private Offset onPlane(Offset pixels) {
        return distortion.ofPlane(map.times(distortion.ofPixels(pixels)));
    }
}
