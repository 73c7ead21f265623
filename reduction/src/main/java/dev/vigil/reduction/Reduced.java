package dev.vigil.reduction;

/** One detector after its recipe: the pixels, and what was measured on them. */
public record Reduced(DetectorImage image, Measurement measurement) {}
