package dev.vigil.reduction.cosmicrays;

/**
 * The cosmic rays of an exposure.
 *
 * @param pixels the struck pixels, in ascending order of their places
 * @param hits how many groups of touching pixels they are
 */
public record Found(int[] pixels, int hits) {}
