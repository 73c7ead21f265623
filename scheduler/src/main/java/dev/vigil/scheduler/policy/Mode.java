package dev.vigil.scheduler.policy;

import dev.vigil.common.settings.Hours;
import java.util.Locale;
import java.util.Optional;

/** The habits that have names: what a mode does not say is as it is elsewhere. */
public enum Mode {
    PARALLEL(Optional.empty(), Optional.empty(), Optional.empty()),
    SERIAL(Optional.of(1), Optional.empty(), Optional.empty()),
    BATCH(Optional.empty(), Optional.of(4), Optional.empty()),
    END_OF_NIGHT(Optional.empty(), Optional.empty(), Optional.of(Hours.AFTER_NIGHT));

    private final Optional<Integer> limit;
    private final Optional<Integer> bundle;
    private final Optional<Hours> hours;

    Mode(Optional<Integer> limit, Optional<Integer> bundle, Optional<Hours> hours) {
        this.limit = limit;
        this.bundle = bundle;
        this.hours = hours;
    }

    /** The mode that a setting names. */
    public static Mode named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Transfers that may be out at once. */
    public Optional<Integer> limit() {
        return limit;
    }

    /** Exposures that go together. */
    public Optional<Integer> bundle() {
        return bundle;
    }

    /** When files may go. */
    public Optional<Hours> hours() {
        return hours;
    }
}
