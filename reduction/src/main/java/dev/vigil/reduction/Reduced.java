package dev.vigil.reduction;

/** One detector after its recipe: the pixels, what was marked in their mask, and what was measured on them. */
public record Reduced(DetectorImage image, Marks marks, Measurement measurement) {}
