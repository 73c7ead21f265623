package dev.vigil.calibrator;

import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.SkySteps;
import dev.vigil.reduction.SolveAstrometry;
import dev.vigil.schemas.events.ReduceFrame;

/** What is known of the sky, and how frames of each unit are compared with it. */
record SkyKnowledge(Profiles profiles, SolveAstrometry astrometry) {

    SkySteps steps(ReduceFrame work) {
        return new SkySteps(
                astrometry,
                profiles.profileFor(work.identity().unit())
                        .onlyBandFor(work.facts().filter()));
    }
}
