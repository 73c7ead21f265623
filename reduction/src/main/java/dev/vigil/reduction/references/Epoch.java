package dev.vigil.reduction.references;

import java.time.Instant;
import org.jastronomy.jsofa.JSOFA;

/** The time for which places of stars are told, as a Julian year: 2016.0 is that of Gaia DR3. */
public record Epoch(double julianYear) {
    /** The year of the ICRS's axes, and of most old catalogues. */
    public static final Epoch J2000 = new Epoch(2000);

    private static final double UNIX_EPOCH_AS_JULIAN_DATE = 2440587.5;
    private static final double MILLISECONDS_PER_DAY = 86_400_000;

    public Epoch {
        if (!(julianYear >= 1800 && julianYear <= 2200)) {
            throw new IllegalArgumentException("an epoch is a year from 1800 to 2200, and not " + julianYear);
        }
    }

    /** UTC stands in for the dynamical time, which is a minute away: no star moves a microarcsecond meanwhile but the fastest. */
    public static Epoch of(Instant time) {
        return new Epoch(JSOFA.jauEpj(UNIX_EPOCH_AS_JULIAN_DATE, time.toEpochMilli() / MILLISECONDS_PER_DAY));
    }

    /** Julian years from this epoch to another one. */
    double yearsUntil(Epoch later) {
        return later.julianYear - julianYear;
    }
}
