package dev.vigil.reduction.ephemeris;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sun, moon and air were at the middle of an exposure. Angles are in degrees, altitudes without refraction.
 *
 * @param site what the place is called that they are told for
 * @param airmass through which the telescope looked; what its own header says where place, time or field is not known
 * @param moonSeparation of the moon from the middle of the field; told wherever all three are known
 * @param moonIllumination the lit share of the moon's disk
 */
public record Circumstances(
        Optional<String> site,
        OptionalDouble airmass,
        OptionalDouble moonSeparation,
        OptionalDouble moonAltitude,
        OptionalDouble moonIllumination,
        OptionalDouble sunAltitude) {
    /** Nobody knows where the telescope stands, or when it looked. */
    public static final Circumstances UNKNOWN = new Circumstances(
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    /** Finer than anything that the sky does to a frame, and coarser than what processors disagree on. */
    private static final double STEPS = 1e4;

    /** What is known without a field is told without one. */
    public static Circumstances of(Optional<Observatory> site, Optional<Instant> middle, Optional<SkyPosition> field) {
        return site.flatMap(place -> middle.map(time -> of(place, new SkyOver(place, time), field)))
                .orElse(UNKNOWN);
    }

    /** Where the place, the time or the field is not known, the airmass that the telescope itself tells. */
    public Circumstances orAirmass(OptionalDouble told) {
        return isOfField()
                ? this
                : new Circumstances(site, told, moonSeparation, moonAltitude, moonIllumination, sunAltitude);
    }

    /** Whether the airmass is of the field, by place and time. */
    public boolean isOfField() {
        return moonSeparation.isPresent();
    }

    private static Circumstances of(Observatory site, SkyOver sky, Optional<SkyPosition> field) {
        return new Circumstances(
                Optional.of(site.name()),
                rounded(field.flatMap(sky::airmass)),
                rounded(field.map(sky::moonSeparation)),
                rounded(Optional.of(sky.moonAltitude())),
                rounded(Optional.of(sky.moonIllumination())),
                rounded(Optional.of(sky.sunAltitude())));
    }

    private static OptionalDouble rounded(Optional<Double> value) {
        return value.map(number -> OptionalDouble.of(Math.rint(number * STEPS) / STEPS))
                .orElseGet(OptionalDouble::empty);
    }
}
