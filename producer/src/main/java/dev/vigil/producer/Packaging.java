package dev.vigil.producer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which units' files go over their line packed, and how.
 *
 * @param usual of a unit of which nothing is said; empty: as they are
 * @param own of the others
 */
record Packaging(Optional<PackedForm> usual, Map<String, Optional<PackedForm>> own) {
    static final Packaging NONE = new Packaging(Optional.empty(), Map.of());

    private static final Set<String> PACKED_ALREADY = Set.of("fz", "gz", "bz2", "zst", "xz", "zip");

    Packaging {
        Objects.requireNonNull(usual, "usual");
        own = Map.copyOf(own);
    }

    static Packaging from(Config.Reader in) {
        return new Packaging(
                PackedForm.named(in.get(Settings.PRODUCER_PACKAGING)),
                in.units().stream()
                        .filter(unit ->
                                in.given(Settings.PRODUCER_PACKAGING.of(unit)).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                unit -> PackedForm.named(in.get(Settings.PRODUCER_PACKAGING.of(unit))))));
    }

    /** In which form a file is worth trying; what is compressed already goes as it is. */
    Optional<PackedForm> of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean isPacked = PACKED_ALREADY.contains(name.substring(name.lastIndexOf('.') + 1));
        return own.getOrDefault(path.substring(0, path.indexOf('/')), usual)
                .filter(form -> !isPacked && form.isFor(name));
    }
}
