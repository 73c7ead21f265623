package dev.vigil.instruments;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the form of an object's name tells: a tile of the sky, a target of opportunity. Whole names count, never their beginnings. */
record ObjectForms(Optional<Pattern> tile, List<Pattern> opportunities) {
    ObjectForms {
        opportunities = List.copyOf(opportunities);
    }

    void flag(Optional<String> object, boolean saidByHeader, Flags flags) {
        if (tile.isPresent() && object.filter(fits(tile.get())).isPresent()) {
            flags.add(Flag.SKY_TILE);
        }
        boolean byName = object.filter(name ->
                        opportunities.stream().anyMatch(form -> fits(form).test(name)))
                .isPresent();
        if (saidByHeader || byName) {
            flags.add(Flag.TARGET_OF_OPPORTUNITY);
        }
    }

    private static Predicate<String> fits(Pattern form) {
        return name -> form.matcher(name.strip()).matches();
    }
}
