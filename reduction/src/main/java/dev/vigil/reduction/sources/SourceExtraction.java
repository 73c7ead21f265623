package dev.vigil.reduction.sources;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the sources of an image and measures them: subtracts the sky, looks through a filter as wide as the stars, parts
 * what touches, and takes each source's position, light and shape.
 */
public final class SourceExtraction {
    private static final double MOST_SUBSTITUTED = 0.1;

    /** The owner of light that is no source's. */
    private static final int NOBODY = -1;

    private final Residual residual;
    private final SourceSettings settings;
    private final double sigma;
    private final int[] owners;
    private final Surroundings surroundings;
    private final Stamp stamp;
    private final Windows windows;

    private SourceExtraction(Residual residual, SourceSettings settings) {
        this.residual = residual;
        this.settings = settings;
        this.sigma = FirstWidth.sigma(residual);
        this.owners = new int[residual.values().length];
        this.surroundings = new Surroundings(residual, owners);
        this.stamp = Windows.stamp(sigma);
        this.windows = Windows.over(stamp, sigma);
    }

    /** Measures an image; where no pixel says anything, there is neither sky nor a source. */
    public static SourceCatalogue of(SkyImage image, SourceSettings settings) {
        SkyMesh sky = SkyMesh.of(image, settings.box());
        return sky.isEmpty()
                ? new SourceCatalogue(sky, Optional.empty(), 0, List.of())
                : new SourceExtraction(Residual.of(image, sky), settings).catalogue();
    }

    private SourceCatalogue catalogue() {
        List<Part> parts = parts();
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).island().peak() >= settings.measured()) {
                measured.add(measure(i + 1, parts.get(i)));
            }
        }
        Optional<Seeing> seeing = new SeeingFit(surroundings, sigma).of(measured);
        return new SourceCatalogue(residual.sky(), seeing, parts.size(), new Calibration(measured, seeing).sources());
    }

    private List<Part> parts() {
        MatchedFilter filter = new MatchedFilter(residual, sigma);
        Deblending deblending = new Deblending(residual, sigma, settings);
        Glints glints = new Glints(residual, sigma);
        List<Part> parts = new ArrayList<>();
        for (Island island : Islands.of(filter, residual.width(), residual.height(), settings)) {
            List<Island> found = deblending.parts(island);
            for (Island each : found) {
                if (isCutOff(each) || isForeign(each) || glints.isOne(each)) {
                    own(each, NOBODY);
                } else {
                    parts.add(new Part(each, found.size() > 1));
                    own(each, parts.size());
                }
            }
        }
        return parts;
    }

    /** Where light still grows towards the edge, its source lies beyond. */
    private boolean isCutOff(Island island) {
        int place = residual.brightest(island);
        int x = place % residual.width();
        int y = place / residual.width();
        return x == 0 || y == 0 || x == residual.width() - 1 || y == residual.height() - 1;
    }

    /** The wings of a streak reach farther than it was marked; with the marked pixels left in, they stay one with it. */
    private boolean isForeign(Island island) {
        return residual.image().isForeign(residual.brightest(island));
    }

    private void own(Island island, int owner) {
        for (int place : island.places()) {
            owners[place] = owner;
        }
    }

    private Measured measure(int number, Part part) {
        Outline outline = Outline.of(part.island(), residual);
        surroundings.lookAt(number, outline.x(), outline.y());
        stamp.copy(surroundings, outline.x(), outline.y());
        Core core = Core.of(outline, windows.centring(part.island()), windows);
        surroundings.lookAt(number, core.x(), core.y());
        List<ApertureSum> apertures = settings.apertures().stream()
                .map(radius -> ApertureSum.of(new RoundAperture(core.x(), core.y(), radius), surroundings))
                .toList();
        Kron kron = Kron.of(core.x(), core.y(), outline.shape(), surroundings);
        return new Measured(
                number, part.island(), outline, core, kron, apertures, flags(part, outline, kron, apertures));
    }

    private Set<SourceFlag> flags(Part part, Outline outline, Kron kron, List<ApertureSum> apertures) {
        Set<SourceFlag> flags = EnumSet.noneOf(SourceFlag.class);
        boolean complete = kron.sum().complete() && apertures.stream().allMatch(ApertureSum::complete);
        Extent extent = Extent.of(part.island(), residual.width());
        addIf(kron.sum().substituted() > MOST_SUBSTITUTED, SourceFlag.NEIGHBOURS, flags);
        addIf(part.blended(), SourceFlag.BLENDED, flags);
        addIf(outline.saturated(), SourceFlag.SATURATED, flags);
        addIf(extent.touchesEdge(residual.width(), residual.height()), SourceFlag.TRUNCATED, flags);
        addIf(!complete, SourceFlag.APERTURE_INCOMPLETE, flags);
        addIf(outline.incomplete(), SourceFlag.OUTLINE_INCOMPLETE, flags);
        return flags;
    }

    private static void addIf(boolean condition, SourceFlag flag, Set<SourceFlag> flags) {
        if (condition) {
            flags.add(flag);
        }
    }

    /** An island, or what it was parted into. */
    private record Part(Island island, boolean blended) {}
}
