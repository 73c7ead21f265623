package dev.vigil.portal;

import dev.vigil.ledger.Measured;
import dev.vigil.ledger.Pointing;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.ReductionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Frames of a night as they were measured, a minute after each other. */
final class MeasuredFrames {
    private static final Instant DUSK = Instant.parse("2026-11-20T01:00:00Z");

    private MeasuredFrames() {}

    static FrameId id(int number) {
        return new FrameId("7DT05/2026-11-19/" + number + ".fits");
    }

    static Measured frame(int number, String filter, Measurements measurements) {
        return new Measured(
                id(number),
                FrameType.SCIENCE,
                Optional.of("T11746"),
                Optional.of(filter),
                Optional.of(Duration.ofSeconds(100)),
                Optional.of(DUSK.plusSeconds(60L * number)),
                "r" + number,
                ReductionKind.FULL,
                DUSK,
                measurements,
                Pointing.UNKNOWN);
    }

    /** One whose stars are of known magnitude. */
    static Measurements withZeroPoint(double zeroPoint, double sky) {
        return measured(3, 0.05, 1000, sky).withOthers(Map.of("zeroPoint", zeroPoint));
    }

    static Measurements measured(double seeing, double ellipticity, long sources, double sky) {
        return new Measurements(
                Optional.empty(),
                Optional.empty(),
                Optional.of(sources),
                Optional.of(seeing),
                Optional.of(seeing / 2),
                Optional.of(ellipticity),
                Optional.of(37.5),
                Optional.of(sky),
                Optional.of(9.0),
                Map.of());
    }
}
