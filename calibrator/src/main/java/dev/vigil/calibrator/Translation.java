package dev.vigil.calibrator;

import dev.vigil.reduction.astrometry.Shift;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.MasterUse;
import dev.vigil.reduction.products.PointingSummary;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.PointingShift;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** From the words of events to those of reductions, and back. */
final class Translation {
    private Translation() {}

    static Detector detector(dev.vigil.schemas.events.Detector said) throws TroubleException {
        try {
            return new Detector(
                    said.name(),
                    said.hdu(),
                    said.amplifiers().stream().map(Translation::amplifier).toList());
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                            FailureCategory.IMPOSSIBLE_VALUE,
                            "the sections of detector " + said.name() + " make no sense: " + e.getMessage(),
                            "correct the section keywords of the camera, or its instrument profile")
                    .thrown();
        }
    }

    private static Amplifier amplifier(dev.vigil.schemas.events.Amplifier said) {
        return new Amplifier(
                Section.parse(said.data()),
                said.bias().map(Section::parse),
                number(said.gain()),
                number(said.readNoise()),
                number(said.saturation()));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    static Optional<Double> number(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    static MasterKind kind(dev.vigil.schemas.events.MasterKind said) {
        return switch (said) {
            case BIAS -> MasterKind.BIAS;
            case DARK -> MasterKind.DARK;
            case FLAT -> MasterKind.FLAT;
        };
    }

    /** The kinds of master that a frame cannot go without. */
    static Set<MasterKind> required(FrameFacts facts) {
        return facts.masters().stream()
                .filter(need -> need.need() == Need.REQUIRED)
                .map(MasterNeed::kind)
                .map(Translation::kind)
                .collect(Collectors.toSet());
    }

    static List<MasterUsed> used(List<ChosenMaster> masters) {
        return masters.stream()
                .map(master -> new MasterUsed(master.master(), master.kind(), master.age()))
                .toList();
    }

    static List<MasterUse> uses(List<ChosenMaster> masters) {
        return masters.stream()
                .map(master ->
                        new MasterUse(kind(master.kind()), master.master().value(), master.age()))
                .toList();
    }

    static List<Shift> shifts(List<NeighbourShift> neighbours) {
        return neighbours.stream()
                .map(near -> Shift.ofFrame(
                        near.frame().fileName(),
                        near.shift().east(),
                        near.shift().north()))
                .toList();
    }

    static Optional<PlacedOnSky> placed(PointingSummary pointing) {
        return pointing.rung()
                .map(rung -> new PlacedOnSky(
                        rung, pointing.shift().map(shift -> new PointingShift(shift.east(), shift.north()))));
    }
}
