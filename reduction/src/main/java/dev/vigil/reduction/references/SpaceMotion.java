package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFAInternalError;

/** Where a star is at another epoch, by its motion through space as far as that is known. */
final class SpaceMotion {
    private static final double MILLIARCSECOND = Math.toRadians(1 / 3600e3);
    private static final double MILLIARCSECONDS_PER_ARCSECOND = 1000;

    /**
     * Years: a parallax smaller than the motion in so many would mean more than 50 km/s. While nobody knows how fast a star comes or goes, its
     * distance only says how late its light is; of fast stars far away that is no more than noise, but noise of milliarcseconds.
     */
    private static final double LEAST_PARALLAX_IN_MOTION = 0.1;

    private static final double FULL_TURN = 360;

    private SpaceMotion() {}

    static SkyPosition at(CatalogueStar star, Epoch from, Epoch to) {
        if (!star.isMoving() || from.equals(to)) {
            return star.position();
        }
        double dec = Math.toRadians(star.position().decDegrees());
        try {
            JSOFA.CatalogCoords moved = JSOFA.jauPmsafe(
                    Math.toRadians(star.position().raDegrees()),
                    dec,
                    star.motionRa() * MILLIARCSECOND / Math.cos(dec),
                    star.motionDec() * MILLIARCSECOND,
                    parallaxArcseconds(star),
                    0,
                    JSOFA.DJ00,
                    days(from),
                    JSOFA.DJ00,
                    days(to));
            return place(moved.pos.alpha, moved.pos.delta);
        } catch (JSOFAInternalError impossible) {
            throw new IllegalArgumentException("no star moves like " + star, impossible);
        }
    }

    private static double parallaxArcseconds(CatalogueStar star) {
        double known = Double.isNaN(star.parallax()) ? 0 : star.parallax();
        return Math.max(known, LEAST_PARALLAX_IN_MOTION * star.motion()) / MILLIARCSECONDS_PER_ARCSECOND;
    }

    private static double days(Epoch epoch) {
        return Epoch.J2000.yearsUntil(epoch) * JSOFA.DJY;
    }

    private static SkyPosition place(double ra, double dec) {
        double degrees = Math.toDegrees(JSOFA.jauAnp(ra));
        return new SkyPosition(degrees >= FULL_TURN ? 0 : degrees, Math.toDegrees(dec));
    }

    /** The error along one axis at another epoch, in milliarcseconds; NaN where it was not known. */
    static double errorAt(CatalogueStar star, Epoch from, Epoch to) {
        double drift = Double.isNaN(star.motionError()) ? 0 : star.motionError() * from.yearsUntil(to);
        return Math.hypot(star.positionError(), drift);
    }
}
