package dev.vigil.producer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which units' files go over their line packed.
 *
 * @param usual whether those of a unit of which nothing is said do
 * @param own of the others
 */
record Packaging(boolean usual, Map<String, Boolean> own) {
    static final Packaging NONE = new Packaging(false, Map.of());

    private static final String RICE = "rice";
    private static final Set<String> PACKED_ALREADY = Set.of("fz", "gz", "bz2");

    Packaging {
        own = Map.copyOf(own);
    }

    static Packaging from(Config.Reader in) {
        return new Packaging(
                in.get(Settings.PRODUCER_PACKAGING).equals(RICE),
                in.units().stream()
                        .filter(unit ->
                                in.given(Settings.PRODUCER_PACKAGING.of(unit)).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                unit -> in.given(Settings.PRODUCER_PACKAGING.of(unit))
                                        .orElseThrow()
                                        .equals(RICE))));
    }

    /** Whether a file is worth trying: what is compressed already is not. */
    boolean isFor(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return own.getOrDefault(path.substring(0, path.indexOf('/')), usual)
                && FileNames.isFrame(name)
                && !PACKED_ALREADY.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
