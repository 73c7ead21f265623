package dev.vigil.reduction.sources;

/** An amount of light in the image's unit, and its standard error. */
public record Flux(double value, double error) {}
