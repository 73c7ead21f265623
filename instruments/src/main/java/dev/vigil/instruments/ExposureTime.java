package dev.vigil.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How long an exposure is said to have lasted; headers and names round, and shutters have errors of their own. */
record ExposureTime(double seconds) {
    private static final double SHARE = 0.05;
    private static final double LEAST_DIFFERENCE = 0.1;

    static ExposureTime of(Duration exposure) {
        return new ExposureTime(exposure.toNanos() / 1e9);
    }

    /** Whether the two are further apart than rounding and shutters explain. */
    boolean differsFrom(ExposureTime other) {
        double limit = Math.max(LEAST_DIFFERENCE, SHARE * Math.max(seconds, other.seconds));
        return Math.abs(seconds - other.seconds) > limit;
    }

    /** Whether it ended before the time that was asked for. */
    boolean isShortOf(ExposureTime requested) {
        return seconds < requested.seconds && differsFrom(requested);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(seconds)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " s";
    }
}
