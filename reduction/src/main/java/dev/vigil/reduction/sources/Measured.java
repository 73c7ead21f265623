package dev.vigil.reduction.sources;

import java.util.List;
import java.util.Set;

/**
 * What was measured on one source, before all of them say how stars look.
 *
 * @param number its number in the map of owners, from 1 on
 */
record Measured(
        int number,
        Island island,
        Outline outline,
        Core core,
        Kron kron,
        List<ApertureSum> apertures,
        Set<SourceFlag> flags) {
    Measured {
        apertures = List.copyOf(apertures);
        flags = Set.copyOf(flags);
    }

    /** The standard deviation of the core, mean of both axes. */
    double coreWidth() {
        return Math.sqrt(core.shape().a() * core.shape().b());
    }

    /** How much more a window of twice the width shows. */
    double wideness() {
        return core.wide().value() / core.light().value();
    }

    double widenessError() {
        double narrow = core.light().error() / core.light().value();
        double wide = core.wide().error() / core.wide().value();
        return wideness() * Math.hypot(narrow, wide);
    }
}
