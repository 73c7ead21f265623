package dev.vigil.reduction;

/** How many columns and rows an image has. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("An image has at least one pixel, not " + width + " x " + height);
        }
    }

    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
