package dev.vigil.simulator;

/** Fields where a telescope sees best, whatever is there. */
final class MadeSky {
    /** Degrees from the zenith's declination. */
    private static final double FROM_ZENITH = 15;

    private MadeSky() {}

    /** Each field is on the meridian when its first frame is taken. */
    static TangentPlane.Place centre(NightPlan plan, int field) {
        RandomStream random = RandomStream.of(plan.seed(), "field " + plan.unit() + " " + plan.night() + " " + field);
        Site site = plan.instrument().site();
        double zenith = Math.rint(site.latitude());
        double ra = Math.rint(site.siderealTime(Timetable.startOfField(plan, field)) * 1e4) / 1e4;
        double dec = Math.rint(random.uniform(zenith - FROM_ZENITH, zenith + FROM_ZENITH) * 1e4) / 1e4;
        return new TangentPlane.Place(ra, dec);
    }
}
