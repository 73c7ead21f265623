package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.astrometry.Solution.Ground;
import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way of searching.
 *
 * @param name as it is recorded
 * @param ground where it looks
 * @param shift by how much to correct the header before
 * @param starsFactor how many stars to compare, by how many there should be
 * @param mostSources how many of the brightest sources make patterns
 */
record Rung(String name, Ground ground, Freedom freedom, Optional<Shift> shift, double starsFactor, int mostSources) {
    private static final double ARCSECONDS = 60;

    /** By how far a place that another's shift leads to may be off, in arc seconds. */
    private static final double NEAR = ARCSECONDS;

    /** Of half the diagonal: lenses bend by some thousandths, and the triangles' own error grows with their distance. */
    private static final double TOLERANCE = 0.0035;

    private static final double LEAST_TOLERANCE_IN_PIXELS = 2;

    /**
     * The header's word first, then less and less of it; a blind search, which needs none of it, comes after these. Other frames
     * are asked when the place that this one's header names was searched in vain, but for those whose shift leads no farther.
     */
    static List<Rung> ladder(SkyField field, Astrometry settings) {
        double shift = settings.pointingArcminutes() * ARCSECONDS;
        List<Rung> rungs = new ArrayList<>();
        if (field.pointing().isOriented()) {
            rungs.add(of("header", Ground.OWN, new Freedom(0.03, 5, false, shift)));
        }
        shifts(field, Shift.Whose.DETECTOR_BESIDE)
                .forEach(known -> rungs.add(
                        by("shift of detector " + known.of(), Ground.OWN, new Freedom(0.03, 5, false, NEAR), known)));
        rungs.add(of("any direction", Ground.OWN, new Freedom(0.06, 180, true, shift)));
        shifts(field, Shift.Whose.FRAME_NEAR)
                .filter(known -> Math.hypot(known.east(), known.north()) + NEAR > shift)
                .forEach(known -> rungs.add(by(
                        "neighbour " + known.of(),
                        Ground.OF_ANOTHER_FRAME,
                        new Freedom(0.06, 180, true, NEAR),
                        known)));
        rungs.add(of("wider", Ground.WIDER, new Freedom(0.06, 180, true, 3 * shift)));
        rungs.add(
                new Rung("brighter limit", Ground.WIDER, new Freedom(0.06, 180, true, shift), Optional.empty(), 4, 40));
        return rungs;
    }

    private static Stream<Shift> shifts(SkyField field, Shift.Whose whose) {
        return field.shifts().stream().filter(known -> known.whose() == whose);
    }

    private static Rung by(String name, Ground ground, Freedom freedom, Shift known) {
        return new Rung(name, ground, freedom, Optional.of(known), 1, 1000);
    }

    private static Rung of(String name, Ground ground, Freedom freedom) {
        return new Rung(name, ground, freedom, Optional.empty(), 1, 1000);
    }

    /** By how far a source may miss its star, in arc seconds. */
    static double tolerance(double arcsecondsPerPixel, double reach) {
        return Math.max(LEAST_TOLERANCE_IN_PIXELS * arcsecondsPerPixel, TOLERANCE * reach);
    }

    /** Where the middle of the detector is looked for. */
    SkyPosition middle(SkyField field) {
        return shift.map(known -> field.middle().skyAt(new Offset(known.east() / 3600, known.north() / 3600)))
                .orElseGet(field::middle);
    }

    Points chosen(Points sources) {
        return sources.first(mostSources);
    }
}
