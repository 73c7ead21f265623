package dev.vigil.reduction.sources;

import java.util.List;

/**
 * How sources are looked for and measured.
 *
 * @param box the side of the squares in which the sky is measured, in pixels
 * @param significance how many standard deviations a source's brightest pixel stands out by, after the matched filter
 * @param measured how many it stands out by to be measured; those below are only counted
 * @param outline how many standard deviations its outermost pixels do
 * @param fewestPixels how many touching pixels make a source
 * @param depth how many standard deviations deep the dip between two sources is
 * @param contrast and the least share of its height, so that a bright star's own bumps are none
 * @param apertures the radii of the round apertures, in pixels
 */
public record SourceSettings(
        int box,
        double significance,
        double measured,
        double outline,
        int fewestPixels,
        double depth,
        double contrast,
        List<Double> apertures) {
    public static final SourceSettings DEFAULT = new SourceSettings(64, 5.8, 5.8, 3, 5, 2, 0.03, List.of(4.0, 8.0));

    /** What is enough to tell how wide stars are, and how many: light is wanted of none. */
    public static final SourceSettings QUICK = new SourceSettings(64, 5.8, 20, 3, 5, 2, 0.03, List.of());

    public SourceSettings {
        apertures = List.copyOf(apertures);
        if (box < 8 || fewestPixels < 1) {
            throw new IllegalArgumentException(
                    "No way to find sources: boxes of " + box + ", " + fewestPixels + " pixels");
        }
        if (!(outline > 0)
                || !(significance >= outline)
                || !(measured >= significance)
                || !(depth >= 0)
                || !(contrast >= 0)) {
            throw new IllegalArgumentException("No way to find sources: " + significance + ", " + measured + ", "
                    + outline + ", " + depth + ", " + contrast);
        }
        if (!apertures.stream().allMatch(radius -> radius >= 1)) {
            throw new IllegalArgumentException("An aperture has a radius of at least one pixel: " + apertures);
        }
    }

    @Override
    public String toString() {
        return "sky in boxes of " + box + "; " + significance + " sigma after a matched filter, outlined at " + outline
                + ", "
                + fewestPixels + " pixels; parted by dips of " + depth + " sigma and " + contrast
                + " of the height; "
                + (measured > significance ? "measured from " + measured + " sigma on; " : "")
                + (apertures.isEmpty() ? "no apertures" : "apertures of " + apertures + " pixels");
    }
}
