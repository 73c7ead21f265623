package dev.vigil.reduction.findings;

import dev.vigil.reduction.pixels.MaskBit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How much of an image was marked, for each bit that was looked for. */
public record Marks(Map<MaskBit, Count> counts) {
    /** Nothing was looked for. */
    public static final Marks NONE = new Marks(Map.of());

    public Marks {
        EnumMap<MaskBit, Count> ordered = new EnumMap<>(MaskBit.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    public static Marks of(MaskBit bit, int groups, int pixels) {
        return new Marks(Map.of(bit, new Count(groups, pixels)));
    }

    /** These and those; what was marked in both adds up. */
    public Marks and(Marks others) {
        EnumMap<MaskBit, Count> both = new EnumMap<>(MaskBit.class);
        both.putAll(counts);
        others.counts.forEach((bit, count) -> both.merge(bit, count, Count::plus));
        return new Marks(both);
    }

    /** What was marked on all detectors of a frame. */
    public static Marks sum(Collection<Marks> detectors) {
        return detectors.stream().reduce(NONE, Marks::and);
    }

    /**
     * What bears one bit.
     *
     * @param groups of touching pixels, such as one particle leaves
     */
    public record Count(int groups, int pixels) {
        Count plus(Count other) {
            return new Count(groups + other.groups, pixels + other.pixels);
        }
    }
}
