package dev.vigil.simulator;

/**
 * A TAN projection: where on the detector a place in the sky falls, pixels counted from 1 as FITS does.
 *
 * @param ra of the reference pixel, degrees
 * @param dec of the reference pixel, degrees
 * @param optics how much of the sky a pixel covers
 */
record TangentPlane(double ra, double dec, double centreX, double centreY, Optics optics) {
    /** Seconds of arc per pixel, where nothing else is said; the four numbers below are for it. */
    static final double PIXEL_SCALE = 0.5;

    private static final double ROTATION = Math.toRadians(1.5);
    static final double CD1_1 = -PIXEL_SCALE / 3600 * StrictMath.cos(ROTATION);
    static final double CD1_2 = PIXEL_SCALE / 3600 * StrictMath.sin(ROTATION);
    static final double CD2_1 = PIXEL_SCALE / 3600 * StrictMath.sin(ROTATION);
    static final double CD2_2 = PIXEL_SCALE / 3600 * StrictMath.cos(ROTATION);
    private static final double DETERMINANT = CD1_1 * CD2_2 - CD1_2 * CD2_1;

    TangentPlane(double ra, double dec, double centreX, double centreY) {
        this(ra, dec, centreX, centreY, Optics.USUAL);
    }

    /** A place in pixels. */
    record Pixel(double x, double y) {}

    /** A place in the sky, degrees. */
    record Place(double ra, double dec) {}

    /** The same projection in the pixels of a detector that lies so many pixels to the right. */
    TangentPlane seenFrom(double beside) {
        return new TangentPlane(ra, dec, centreX - beside, centreY, optics);
    }

    /** The projection around the place that lies so many pixels to the right. */
    TangentPlane movedTo(double beside) {
        Place place = placeOf(optics.times() * CD1_1 * beside, optics.times() * CD2_1 * beside);
        return beside == 0 ? this : new TangentPlane(place.ra(), place.dec(), centreX, centreY, optics);
    }

    Pixel pixelOf(Place place) {
        double turn = Math.toRadians(place.ra() - ra);
        double sinDec = StrictMath.sin(Math.toRadians(place.dec()));
        double cosDec = StrictMath.cos(Math.toRadians(place.dec()));
        double sinCentre = StrictMath.sin(Math.toRadians(dec));
        double cosCentre = StrictMath.cos(Math.toRadians(dec));
        double cosTurn = StrictMath.cos(turn);
        double towards = sinCentre * sinDec + cosCentre * cosDec * cosTurn;
        double xi = Math.toDegrees(cosDec * StrictMath.sin(turn) / towards);
        double eta = Math.toDegrees((cosCentre * sinDec - sinCentre * cosDec * cosTurn) / towards);
        double x = (CD2_2 * xi - CD1_2 * eta) / DETERMINANT;
        double y = (CD1_1 * eta - CD2_1 * xi) / DETERMINANT;
        return new Pixel(centreX + x / optics.times(), centreY + y / optics.times());
    }

    /** Degrees to a place. */
    double distance(Place place) {
        double cosine = StrictMath.sin(Math.toRadians(dec)) * StrictMath.sin(Math.toRadians(place.dec()))
                + StrictMath.cos(Math.toRadians(dec))
                        * StrictMath.cos(Math.toRadians(place.dec()))
                        * StrictMath.cos(Math.toRadians(place.ra() - ra));
        return Math.toDegrees(StrictMath.acos(Math.min(1, cosine)));
    }

    /** The place whose standard coordinates, in degrees from the reference pixel, are these. */
    Place placeOf(double xiDegrees, double etaDegrees) {
        double xi = Math.toRadians(xiDegrees);
        double eta = Math.toRadians(etaDegrees);
        double sinCentre = StrictMath.sin(Math.toRadians(dec));
        double cosCentre = StrictMath.cos(Math.toRadians(dec));
        double down = cosCentre - eta * sinCentre;
        double turn = StrictMath.atan2(xi, down);
        double placeDec = StrictMath.atan2(sinCentre + eta * cosCentre, Math.sqrt(xi * xi + down * down));
        return new Place((ra + Math.toDegrees(turn) + 360) % 360, Math.toDegrees(placeDec));
    }
}
