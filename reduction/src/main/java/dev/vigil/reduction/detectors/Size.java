package dev.vigil.reduction.detectors;

import dev.vigil.reduction.coordinates.PixelPosition;

/** How many columns and rows an image has. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("An image has at least one pixel, not " + width + " x " + height);
        }
    }

    /** The place in the middle of the image. */
    public PixelPosition middle() {
        return new PixelPosition((width + 1) / 2.0, (height + 1) / 2.0);
    }

    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
