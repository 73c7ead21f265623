package dev.vigil.calibrator;

import dev.vigil.schemas.events.Product;

/**
 * The file of a reduced frame.
 *
 * @param reduction the name of the reduction
 */
record FrameFile(String reduction, Product product) {}
