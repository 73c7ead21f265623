package dev.vigil.reduction.photometry;

/**
 * A star of known magnitude that was measured.
 *
 * @param zeroPoint the magnitude of one electron per second, if this star alone were asked
 * @param error the standard error of that
 */
public record Standard(double zeroPoint, double error) {}
