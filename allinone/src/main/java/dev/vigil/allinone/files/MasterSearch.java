package dev.vigil.allinone.files;

import dev.vigil.scheduler.association.MasterChoice;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.association.Resolver;
import dev.vigil.scheduler.association.Wanted;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import java.util.List;
import java.util.Locale;

/** Finds masters in a folder by the scheduler's own rules; nothing is waited for, because nothing is on its way. */
record MasterSearch(MasterFolder folder) {

    /** The masters for a frame or a set, which the errors call by this name. */
    List<ChosenMaster> mastersFor(String name, Wanted wanted) throws UnusableException {
        Resolution resolution = Resolver.resolve(
                wanted.needs(), need -> new MasterChoice(wanted, need, folder.of(need.kind()), List.of()).choose());
        if (resolution instanceof Resolution.Missing missing) {
            throw new UnusableException(name + ": " + missing(missing));
        }
        return ((Resolution.Ready) resolution)
                .masters().stream()
                        .map(master -> MasterChoice.chosen(master, file(master), wanted.time()))
                        .toList();
    }

    private static dev.vigil.schemas.events.StoredFile file(MasterBuilt master) {
        return master.products().get(0).file();
    }

    private String missing(Resolution.Missing missing) {
        String kind = word(missing.kind());
        String needs = "it needs a " + kind + " master, and ";
        return folder.of(missing.kind()).isEmpty()
                ? needs + "there is none in " + folder.where() + ". Make one: vigil masters combine FILE… --type "
                        + kind + " --out DIR"
                : needs + "none in " + folder.where() + " fits: " + missing.why();
    }

    private static String word(MasterKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
