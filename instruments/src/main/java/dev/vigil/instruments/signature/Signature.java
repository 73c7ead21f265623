package dev.vigil.instruments.signature;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a camera that a recipe undoes beside bias, dark and flat.
 *
 * @param fringes the file of the fringe frame of each filter that has one
 */
public record Signature(
        OverscanRule overscan, List<Crosstalk> crosstalk, List<LinearityCurve> linearity, Map<String, Path> fringes) {
    /** A camera of which nothing is known. */
    public static final Signature NONE = new Signature(OverscanRule.ROW_MEAN, List.of(), List.of(), Map.of());

    public Signature {
        Objects.requireNonNull(overscan, "overscan");
        crosstalk = List.copyOf(crosstalk);
        linearity = List.copyOf(linearity);
        fringes = Map.copyOf(fringes);
    }
}
