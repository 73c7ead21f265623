package dev.vigil.reduction.detectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One detector of a camera: the HDU that holds its pixels, and the amplifiers that read it.
 *
 * @param name as the camera calls it, for instance {@code N4}
 * @param hdu the number of its HDU in the file; the primary is 0
 * @param amplifiers at least one, with data sections that do not overlap
 * @param overscan how their levels are told from their overscans
 * @param leaks what they take over from each other, and from those of other HDUs
 */
public record Detector(String name, int hdu, List<Amplifier> amplifiers, Overscan overscan, List<Leak> leaks) {
    public Detector {
        if (name.isBlank() || hdu < 0) {
            throw new IllegalArgumentException("A detector has a name and an HDU, not '" + name + "' and " + hdu);
        }
        if (amplifiers.isEmpty()) {
            throw new IllegalArgumentException("The detector " + name + " has no amplifier");
        }
        amplifiers = List.copyOf(amplifiers);
        Objects.requireNonNull(overscan);
        leaks = List.copyOf(leaks);
    }

    /** A detector of which nothing is known that would be unusual. */
    public Detector(String name, int hdu, List<Amplifier> amplifiers) {
        this(name, hdu, amplifiers, Overscan.ROW_MEAN, List.of());
    }

    /** A detector that is read by one amplifier. */
    public static Detector of(String name, int hdu, Amplifier amplifier) {
        return new Detector(name, hdu, List.of(amplifier));
    }

    /** What a step does to each amplifier, in the order of these. */
    public String each(Function<Amplifier, ?> words) {
        return amplifiers.stream()
                .map(amplifier -> words.apply(amplifier).toString())
                .collect(Collectors.joining(", "));
    }

    public Detector with(Overscan other) {
        return new Detector(name, hdu, amplifiers, other, leaks);
    }

    public Detector withLeaks(List<Leak> others) {
        return new Detector(name, hdu, amplifiers, overscan, others);
    }

    /** Whether it has an overscan that is to be used. */
    public boolean hasOverscan() {
        return overscan != Overscan.NONE && hasBiasSections();
    }

    /** Whether it is known of any of its pixels when they are full. */
    public boolean canSaturate() {
        return amplifiers.stream().anyMatch(amplifier -> amplifier.saturation().isPresent());
    }

    public boolean isNonLinear() {
        return amplifiers.stream().anyMatch(amplifier -> amplifier.linearity().isPresent());
    }

    private boolean hasBiasSections() {
        return amplifiers.stream().anyMatch(amplifier -> amplifier.biasSection().isPresent());
    }

    public boolean fitsInto(Size raw) {
        return amplifiers.stream().allMatch(amplifier -> fitsInto(amplifier, raw));
    }

    private static boolean fitsInto(Amplifier amplifier, Size raw) {
        return amplifier.dataSection().fitsInto(raw)
                && amplifier.biasSection().map(section -> section.fitsInto(raw)).orElse(true);
    }

    /** The same detector after trimming: data sections moved together, nothing around or between them. */
    public Detector assembled() {
        Assembly assembly = Assembly.of(this);
        List<Amplifier> moved = new ArrayList<>();
        amplifiers.forEach(amplifier -> moved.add(amplifier.movedTo(assembly.place(amplifier.dataSection()))));
        return new Detector(name, hdu, moved);
    }

    /** Its size after trimming. */
    public Size assembledSize() {
        return Assembly.of(this).size();
    }
}
