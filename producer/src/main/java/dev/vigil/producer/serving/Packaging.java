package dev.vigil.producer.serving;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.FrameType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which units' files go over their line packed, and how.
 *
 * @param words the setting of each unit
 * @param loss how many steps of a sigma of noise there are, where something is lost
 */
public record Packaging(PerUnit<String> words, PerUnit<Integer> loss) {
    public static final Packaging NONE = new Packaging(new PerUnit<>("none", Map.of()), new PerUnit<>(4, Map.of()));

    private static final String LOSSY = "lossy";
    private static final Set<String> PACKED_ALREADY = Set.of("fz", "gz", "bz2", "zst", "xz", "zip");

    public Packaging {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(loss, "loss");
    }

    public static Packaging from(Config.Reader in) {
        return new Packaging(
                PerUnit.ofMoved(in, Settings.PRODUCER_PACKAGING), PerUnit.from(in, Settings.PRODUCER_LOSS));
    }

    /**
     * The forms in which a unit's file is worth trying, the first first; what is compressed already goes as it is. Only science frames
     * are ever offered with loss: what is wrong in a calibration is wrong in every frame. Where a loss is not worth it, they go in RICE.
     */
    List<PackedForm> of(String unit, String path, FrameType type) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean isPacked = PACKED_ALREADY.contains(name.substring(name.lastIndexOf('.') + 1));
        return forms(unit, path.substring(0, path.indexOf('/')), type).stream()
                .filter(form -> !isPacked && form.isFor(name))
                .toList();
    }

    private List<PackedForm> forms(String unit, String folder, FrameType type) {
        String word = words.of(unit, folder);
        if (!word.equals(LOSSY)) {
            return ExactForm.named(word).<List<PackedForm>>map(List::of).orElse(List.of());
        }
        return type == FrameType.SCIENCE
                ? List.of(new LossyForm(loss.of(unit, folder)), ExactForm.RICE)
                : List.of(ExactForm.RICE);
    }
}
