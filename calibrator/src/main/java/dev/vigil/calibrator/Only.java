package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.StoredFile;
import java.util.Map;
import java.util.Optional;

/**
 * What a master has to be, where the very one is wanted again that others were calibrated with: nothing else may have its id.
 *
 * @param file the file that it was; empty where it was never built
 */
record Only(Optional<StoredFile> file) {
    private static final String REMEDY = "bring it back from a backup; without one, a further frame of its kind in its"
            + " night builds the next version";

    /**
     * The name follows from all that the bytes follow from, but for the software.
     *
     * @param unusable why a frame cannot be used now; it may come back
     */
    void mayHave(ArchiveKey key, Map<String, String> unusable) throws TroubleException {
        if (file.filter(before -> !before.key().equals(key.value())).isEmpty()) {
            return;
        }
        Optional<Map.Entry<String, String>> lost = unusable.entrySet().stream().findFirst();
        if (lost.isPresent()) {
            throw new Trouble(
                            FailureCategory.VANISHED,
                            "it cannot be built again without " + lost.get().getKey() + ": "
                                    + lost.get().getValue(),
                            "vigil verify --repair fetches that frame; then ask again")
                    .thrown();
        }
        throw another("it was built by other rules, recipes or checks than there are now, so this would be another"
                + " master: " + key + " instead of " + file.get().key());
    }

    void mayBe(Product made) throws TroubleException {
        if (file.filter(before -> !before.digest().equals(made.file().digest())).isPresent()) {
            throw another(
                    "built again it has other bytes than before: another version of Vigil built it, or the file that"
                            + " has its name is damaged (vigil verify --deep --repair sets such a one aside)");
        }
    }

    private static TroubleException another(String reason) {
        return new Trouble(FailureCategory.MASTER_FAILED, reason, REMEDY).thrown();
    }
}
