package dev.vigil.calibrator;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Digests;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.schemas.events.FailureCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The fringe frames that profiles name, each known by its name and its content. */
final class FringeFiles {
    private static final int ENOUGH_OF_A_DIGEST = 16;

    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** A fringe frame whose pixels nobody will ask for. */
    Master named(Path file) throws TroubleException {
        return Master.named(id(file), MasterKind.FRINGE);
    }

    /** One detector of a fringe frame, for as long as it is open. */
    OpenFringe open(Path file, String detector) throws TroubleException {
        try {
            return OpenFringe.of(id(file), file, detector);
        } catch (IOException | BadFitsException e) {
            throw unreadable(file, e);
        }
    }

    /** The digest is taken again only when the file was touched. */
    private String id(Path file) throws TroubleException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            String state = file + " " + now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
            String known = ids.get(state);
            if (known == null) {
                known = file.getFileName() + " " + Digests.sha256(file).substring(0, ENOUGH_OF_A_DIGEST);
                ids.put(state, known);
            }
            return known;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static TroubleException unreadable(Path file, Exception why) {
        return new Trouble(
                        FailureCategory.UNREADABLE,
                        "the fringe frame " + file + " cannot be used: " + why.getMessage(),
                        "put a fringe frame there that vigil masters fringe made, or take it out of recipe.fringes in"
                                + " the instrument profile")
                .thrown();
    }
}
