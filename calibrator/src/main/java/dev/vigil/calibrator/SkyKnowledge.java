package dev.vigil.calibrator;

import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.ephemeris.Observatory;
import dev.vigil.reduction.steps.SkySteps;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.ReduceFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of the sky, and how frames of each unit are compared with it. */
record SkyKnowledge(Profiles profiles, SolveAstrometry astrometry) {

    SkySteps steps(ReduceFrame work) {
        String unit = work.identity().unit();
        return new SkySteps(
                astrometry, profiles.profileFor(unit).onlyBandFor(work.facts().filter()), site(profiles, unit));
    }

    /** Where the unit's profile puts the telescope. */
    static Optional<Observatory> site(Profiles profiles, String unit) {
        return profiles.profileFor(unit)
                .site()
                .map(site -> new Observatory(
                        site.name(), site.longitudeDegrees(), site.latitudeDegrees(), site.heightMetres()));
    }

    /** When the exposure was half over. */
    static Optional<Instant> middle(FrameFacts facts) {
        Duration half = facts.exposureTime().orElse(Duration.ZERO).dividedBy(2);
        return facts.start().map(start -> start.plus(half));
    }
}
