package dev.vigil.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One detector of a camera: the HDU that holds its pixels, and the amplifiers that read it.
 *
 * @param name as the camera calls it, for instance {@code N4}
 * @param hdu the number of its HDU in the file; the primary is 0
 * @param amplifiers at least one, with data sections that do not overlap
 */
public record Detector(String name, int hdu, List<Amplifier> amplifiers) {
    public Detector {
        if (name.isBlank() || hdu < 0) {
            throw new IllegalArgumentException("A detector has a name and an HDU, not '" + name + "' and " + hdu);
        }
        if (amplifiers.isEmpty()) {
            throw new IllegalArgumentException("The detector " + name + " has no amplifier");
        }
        amplifiers = List.copyOf(amplifiers);
    }

    /** A detector that is read by one amplifier. */
    public static Detector of(String name, int hdu, Amplifier amplifier) {
        return new Detector(name, hdu, List.of(amplifier));
    }

    boolean hasOverscan() {
        return amplifiers.stream().anyMatch(amplifier -> amplifier.biasSection().isPresent());
    }

    boolean fitsInto(Size raw) {
        return amplifiers.stream().allMatch(amplifier -> fitsInto(amplifier, raw));
    }

    private static boolean fitsInto(Amplifier amplifier, Size raw) {
        return amplifier.dataSection().fitsInto(raw)
                && amplifier.biasSection().map(section -> section.fitsInto(raw)).orElse(true);
    }

    /** The same detector after trimming: data sections moved together, nothing around or between them. */
    Detector assembled() {
        Assembly assembly = Assembly.of(this);
        List<Amplifier> moved = new ArrayList<>();
        amplifiers.forEach(amplifier -> moved.add(new Amplifier(
                assembly.place(amplifier.dataSection()),
                Optional.empty(),
                amplifier.gain(),
                amplifier.readNoise(),
                amplifier.saturation())));
        return new Detector(name, hdu, moved);
    }

    /** Its size after trimming. */
    public Size assembledSize() {
        return Assembly.of(this).size();
    }
}
