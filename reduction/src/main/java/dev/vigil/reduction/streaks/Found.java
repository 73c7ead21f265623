package dev.vigil.reduction.streaks;

/**
 * The streaks of an exposure.
 *
 * @param pixels that they cover, in ascending order of their places
 * @param streaks how many there are
 */
public record Found(int[] pixels, int streaks) {}
