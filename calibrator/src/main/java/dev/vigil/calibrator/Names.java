package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.reduction.recipes.Fingerprint;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReduceFrame;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names of work and of its products: they follow from the task alone, so the same work has the same name. */
final class Names {
    private static final int ENOUGH_OF_A_DIGEST = 24;

    private Names() {}

    /** The id of a reduction: a hash of the frame's revision, the recipe and the masters. */
    static String reduction(FrameIdentity identity, RecipeUsed recipe, List<ChosenMaster> masters) {
        List<String> parts = new ArrayList<>(List.of(
                identity.frame().value(),
                "revision " + identity.revision(),
                "recipe " + recipe.name() + " " + recipe.version(),
                recipe.fingerprint()));
        masters.stream()
                .map(ChosenMaster::master)
                .map(Object::toString)
                .sorted()
                .forEach(parts::add);
        return hash(parts);
    }

    /** The id of one in which other frames were asked by how much their headers were wrong: what they said is part of it. */
    static String reduction(ReduceFrame work, RecipeUsed recipe) {
        String alone = reduction(work.identity(), recipe, work.masters());
        if (work.neighbours().isEmpty()) {
            return alone;
        }
        List<String> parts = new ArrayList<>(List.of(alone));
        work.neighbours()
                .forEach(near -> parts.add("neighbour " + near.frame() + " "
                        + near.shift().east() + " " + near.shift().north()));
        return hash(parts);
    }

    static String hash(List<String> parts) {
        return Fingerprint.of(String.join("\n", parts)).substring(0, ENOUGH_OF_A_DIGEST);
    }

    /** Where a product of a frame lies: {@code products/<unit>/<night>/<frame>/<reduction>/<frame><ending>}. */
    static ArchiveKey product(FrameIdentity identity, String reduction, String ending) {
        String stem = identity.frame().stem();
        String night = identity.night().map(LocalDate::toString).orElse("unknown");
        return ArchiveKey.of("products", identity.unit(), night, stem, reduction, stem + ending);
    }

    /** Where a master lies: {@code masters/<unit>/<kind>/<set>/v<version>/<hash of what went in>.fits}. */
    static ArchiveKey master(BuildMaster work, String hash) {
        List<String> parts = new ArrayList<>(List.of("masters"));
        Arrays.stream(work.master().value().split("/"))
                .filter(part -> !part.equals("masters") && !part.isEmpty())
                .forEach(parts::add);
        parts.add(hash + ".fits");
        return ArchiveKey.of(parts.toArray(String[]::new));
    }
}
