package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What was marked, as cards of a header, from which the same can be read again. */
final class MarkCards {
    private static final List<Kind> KINDS = List.of(
            new Kind(MaskBit.COSMIC_RAY, "NCOSMIC", "COSMICPX", "cosmic rays found", "pixels that they struck"),
            new Kind(MaskBit.BLEED, "NBLEED", "BLEEDPX", "trails of bleeding charge", "pixels that they cover"),
            new Kind(MaskBit.SATELLITE_STREAK, "NSTREAK", "STREAKPX", "streaks found", "pixels that they cover"));

    private MarkCards() {}

    static void add(Header.Builder cards, Marks marks) {
        KINDS.forEach(kind -> kind.add(cards, marks));
    }

    static Marks read(Header cards) {
        Map<MaskBit, Marks.Count> counts = new EnumMap<>(MaskBit.class);
        KINDS.forEach(kind -> kind.read(cards, counts));
        return new Marks(counts);
    }

    /** The two cards of a bit. */
    private record Kind(MaskBit bit, String groups, String pixels, String ofGroups, String ofPixels) {
        void add(Header.Builder cards, Marks marks) {
            Marks.Count count = marks.counts().get(bit);
            if (count != null) {
                cards.put(groups, count.groups(), ofGroups);
                cards.put(pixels, count.pixels(), ofPixels);
            }
        }

        void read(Header cards, Map<MaskBit, Marks.Count> into) {
            OptionalLong found = cards.integer(groups);
            OptionalLong struck = cards.integer(pixels);
            if (found.isPresent() && struck.isPresent()) {
                into.put(bit, new Marks.Count((int) found.getAsLong(), (int) struck.getAsLong()));
            }
        }
    }
}
