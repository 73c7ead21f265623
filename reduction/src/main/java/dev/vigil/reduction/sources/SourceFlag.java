package dev.vigil.reduction.sources;

import java.util.EnumSet;
import java.util.Set;

/** What is to be known of a source before it is trusted; the values are those of SExtractor's FLAGS. */
public enum SourceFlag {
    NEIGHBOURS(1, "more than a tenth of its Kron aperture belongs to others or says nothing"),
    BLENDED(2, "was parted from another source"),
    SATURATED(4, "has a saturated pixel"),
    TRUNCATED(8, "touches the edge of the image"),
    APERTURE_INCOMPLETE(16, "an aperture reaches beyond the image or what is known of it"),
    OUTLINE_INCOMPLETE(32, "has a pixel that says nothing");

    private final int value;
    private final String meaning;

    SourceFlag(int value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    public int value() {
        return value;
    }

    public String meaning() {
        return meaning;
    }

    /** The sum of the values, as catalogues write it. */
    public static int sum(Set<SourceFlag> flags) {
        return flags.stream().mapToInt(SourceFlag::value).sum();
    }

    /** The flags of such a sum. */
    public static Set<SourceFlag> of(int sum) {
        EnumSet<SourceFlag> flags = EnumSet.noneOf(SourceFlag.class);
        for (SourceFlag flag : values()) {
            if ((sum & flag.value) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
