package dev.vigil.ledger;

import java.util.Locale;
import java.util.OptionalDouble;

/** How good the sky was for measuring light, by how much of it came through and how evenly; the best first. */
public enum SkyClass {
    PHOTOMETRIC(0.9, 1.5),
    CLEAR(0.8, 2.5),
    PARTLY_CLOUDY(0.5, Double.POSITIVE_INFINITY),
    CLOUDY(0.2, Double.POSITIVE_INFINITY),
    BAD(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Stars that scatter less than that, in magnitudes, scatter little, however little they scatter at best. */
    private static final double LITTLE = 0.02;

    private final double leastTransparency;
    private final double mostScatter;

    SkyClass(double leastTransparency, double mostScatter) {
        this.leastTransparency = leastTransparency;
        this.mostScatter = mostScatter;
    }

    /** In words: {@code partly cloudy}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * That of a frame.
     *
     * @param transparency as a share of the best
     * @param scatter of single stars about the zero point, in magnitudes
     * @param calm what they scatter when the sky is even
     */
    static SkyClass of(double transparency, OptionalDouble scatter, OptionalDouble calm) {
        double times = scatter.isPresent() && calm.isPresent() && scatter.getAsDouble() > LITTLE
                ? scatter.getAsDouble() / Math.max(LITTLE, calm.getAsDouble())
                : 0;
        for (SkyClass each : values()) {
            if (transparency >= each.leastTransparency && times <= each.mostScatter) {
                return each;
            }
        }
        return BAD;
    }
}
