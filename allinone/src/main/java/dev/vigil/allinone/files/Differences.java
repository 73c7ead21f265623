package dev.vigil.allinone.files;

import dev.vigil.schemas.events.Configuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what two frames differ, in words. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static String between(GivenFrame one, GivenFrame other) {
        Differences differences = new Differences();
        differences.add("unit", one.identity().unit(), other.identity().unit());
        differences.add("night", one.identity().night(), other.identity().night());
        differences.add("exposure time", seconds(one), seconds(other));
        differences.add("filter", one.facts().filter(), other.facts().filter());
        differences.add(one.facts().configuration(), other.facts().configuration());
        return String.join("; ", differences.found);
    }

    private static Optional<String> seconds(GivenFrame frame) {
        return frame.facts().exposureTime().map(Duration::toMillis).map(millis -> millis / 1000.0 + " s");
    }

    private void add(Configuration one, Configuration other) {
        add("camera", one.camera(), other.camera());
        add("detectors", one.detector(), other.detector());
        add("window", one.window(), other.window());
        add("binning", one.binning(), other.binning());
        add("gain setting", one.gainSetting(), other.gainSetting());
        add("offset", one.offset(), other.offset());
        add("read mode", one.readMode(), other.readMode());
        add("amplifiers", one.amplifiers(), other.amplifiers());
        add("row order", one.rowOrder(), other.rowOrder());
        add("temperature", one.temperature(), other.temperature());
    }

    private void add(String what, Optional<?> one, Optional<?> other) {
        add(
                what,
                one.map(Object::toString).orElse("unknown"),
                other.map(Object::toString).orElse("unknown"));
    }

    private void add(String what, String one, String other) {
        if (!one.equals(other)) {
            found.add(what + " " + other + " and " + one);
        }
    }
}
