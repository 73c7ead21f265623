package dev.vigil.reduction.masters;

import dev.vigil.reduction.pixels.DetectorImage;

/** One detector of a master, with the number of frames behind every pixel, and how good it is. */
public record MasterDetector(String name, DetectorImage image, int[] count, MasterQuality quality) {}
