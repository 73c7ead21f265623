package dev.vigil.simulator;

/** A particle's track: where it begins (pixels, counted from 1), its direction, its length and its charge. */
public record CosmicRay(double x, double y, double angleDegrees, double length, double electrons) {}
