package dev.vigil.reduction;

import dev.vigil.reduction.astrometry.Pointing;

/** Where a header says that the telescope looked, or why that cannot be had from it. */
public sealed interface HeaderPointing {
    /** It says so. */
    record Read(Pointing pointing) implements HeaderPointing {}

    /** A card is missing or not understood; the reason names it. */
    record Refused(String reason) implements HeaderPointing {}
}
