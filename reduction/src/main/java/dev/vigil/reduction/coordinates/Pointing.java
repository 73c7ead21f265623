package dev.vigil.reduction.coordinates;

/**
 * Where a header says that the camera looked.
 *
 * @param coordinates which pixel sees which place, as far as the header knows
 * @param isOriented whether it says how the camera was turned; else north is taken to be up and east to the left
 */
public record Pointing(WorldCoordinates coordinates, boolean isOriented) {}
