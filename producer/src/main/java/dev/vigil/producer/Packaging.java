package dev.vigil.producer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which units' files go over their line packed, and how.
 *
 * @param forms that of each unit; empty: as they are
 */
record Packaging(PerUnit<Optional<PackedForm>> forms) {
    static final Packaging NONE = new Packaging(new PerUnit<>(Optional.empty(), Map.of()));

    private static final Set<String> PACKED_ALREADY = Set.of("fz", "gz", "bz2", "zst", "xz", "zip");

    Packaging {
        Objects.requireNonNull(forms, "forms");
    }

    static Packaging from(Config.Reader in) {
        return new Packaging(PerUnit.from(in, Settings.PRODUCER_PACKAGING).map(PackedForm::named));
    }

    /** In which form a unit's file is worth trying; what is compressed already goes as it is. */
    Optional<PackedForm> of(String unit, String path) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean isPacked = PACKED_ALREADY.contains(name.substring(name.lastIndexOf('.') + 1));
        return forms.of(unit, path.substring(0, path.indexOf('/'))).filter(form -> !isPacked && form.isFor(name));
    }
}
