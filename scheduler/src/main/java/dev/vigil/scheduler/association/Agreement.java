package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what is wanted with what a master or a set is, and says in words what does not agree. */
final class Agreement {
    private final Wanted wanted;
    private final MasterNeed need;
    private final List<String> objections = new ArrayList<>();

    private Agreement(Wanted wanted, MasterNeed need) {
        this.wanted = wanted;
        this.need = need;
    }

    static List<String> objections(
            Wanted wanted,
            MasterNeed need,
            Configuration offered,
            Optional<String> filter,
            Optional<Duration> exposureTime) {
        Agreement agreement = new Agreement(wanted, need);
        agreement.compare(wanted.configuration(), offered);
        agreement.temperatures(wanted.configuration().temperature(), offered.temperature());
        if (need.kind() == MasterKind.FLAT) {
            agreement.same("filter", wanted.filter(), filter);
        }
        if (need.kind() == MasterKind.DARK) {
            agreement.scales(exposureTime);
        }
        return List.copyOf(agreement.objections);
    }

    private void compare(Configuration one, Configuration other) {
        same("camera", one.camera(), other.camera());
        same("detector", one.detector(), other.detector());
        same("window", one.window(), other.window());
        same("binning", one.binning(), other.binning());
        same("gain setting", one.gainSetting(), other.gainSetting());
        same("offset", one.offset(), other.offset());
        same("read mode", one.readMode(), other.readMode());
        same("amplifiers", one.amplifiers(), other.amplifiers());
        same("row order", one.rowOrder(), other.rowOrder());
    }

    private void same(String what, Optional<String> wants, Optional<String> has) {
        if (!wants.equals(has)) {
            objections.add(what + " is " + has.orElse("unknown") + " and not " + wants.orElse("unknown"));
        }
    }

    private void temperatures(Optional<Double> wants, Optional<Double> has) {
        if (need.temperatureTolerance().isEmpty() || wants.isEmpty() && has.isEmpty()) {
            return;
        }
        double tolerance = need.temperatureTolerance().get();
        if (wants.isEmpty() || has.isEmpty()) {
            objections.add("the temperature of one of both is unknown");
        } else if (Math.abs(wants.get() - has.get()) > tolerance) {
            objections.add("temperature is " + has.get() + " and not within " + tolerance + " of " + wants.get());
        }
    }

    private void scales(Optional<Duration> has) {
        if (need.maximumScale().isEmpty()) {
            return;
        }
        double scale = scale(wanted.exposureTime(), has);
        if (scale > need.maximumScale().get()) {
            objections.add("its exposure time of " + has.map(SetKey::seconds).orElse("unknown length")
                    + " would be scaled by more than " + need.maximumScale().get());
        }
    }

    /** By how much a dark would be scaled, up or down: 1 when the times agree. */
    static double scale(Optional<Duration> wants, Optional<Duration> has) {
        if (wants.isEmpty() || has.isEmpty()) {
            return wants.equals(has) ? 1 : Double.POSITIVE_INFINITY;
        }
        double one = wants.get().toNanos();
        double other = has.get().toNanos();
        if (one == other) {
            return 1;
        }
        return Math.max(one, other) / Math.min(one, other);
    }
}
