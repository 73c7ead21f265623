package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import java.util.List;
import org.jastronomy.jsofa.JSOFA;

/**
 * Stars on the plane that touches the sky at one place, in degrees, the brightest first.
 *
 * @param errors standard errors along one axis, in degrees; 0 where they are not known
 */
record StarPlane(SkyPosition tangent, Points places, double[] errors) {
    static StarPlane of(List<ReferenceStar> stars, SkyPosition tangent) {
        return new StarPlane(
                tangent,
                places(stars.stream().map(ReferenceStar::position).toList(), tangent),
                stars.stream()
                        .mapToDouble(star -> star.positionError().orElse(0) / 3600)
                        .toArray());
    }

    /** Places as they lie on the plane, in degrees. */
    static Points places(List<SkyPosition> places, SkyPosition tangent) {
        double[] x = new double[places.size()];
        double[] y = new double[places.size()];
        for (int i = 0; i < x.length; i++) {
            JSOFA.TangentPlaneCoordinate plane =
                    JSOFA.jauTpxes(places.get(i).ra(), places.get(i).dec(), tangent.ra(), tangent.dec());
            x[i] = Math.toDegrees(plane.xi);
            y[i] = Math.toDegrees(plane.eta);
        }
        return new Points(x, y);
    }

    /** Where coordinates put sources on the plane, in degrees. */
    static Points places(List<Detection> detections, WorldCoordinates by, SkyPosition tangent) {
        return places(detections.stream().map(each -> by.skyAt(each.place())).toList(), tangent);
    }
}
