package dev.vigil.systemtests;

import dev.vigil.archive.Stored;
import dev.vigil.ledger.Doubled;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The archive holds exactly the files that were announced to be there, with their digests; and the ledger holds nothing twice. */
final class RowsAndFilesAgree implements Invariant {
    @Override
    public List<String> violations(Evidence evidence) throws Exception {
        List<String> violations = new ArrayList<>();
        for (Doubled doubled : evidence.ledger().nights().doubled()) {
            violations.add("the ledger holds twice: " + doubled);
        }
        Map<String, StoredFile> said = said(evidence);
        for (Stored stored : evidence.archive().list("")) {
            StoredFile file = said.remove(stored.key().value());
            if (file == null) {
                violations.add("nobody has said that the archive holds " + stored.key());
            } else if (!evidence.archive()
                    .digest(stored.key())
                    .equals(file.digest().value())) {
                violations.add("the archive holds " + stored.key() + " with another digest than was said");
            }
        }
        said.keySet().forEach(key -> violations.add("the archive does not hold " + key));
        return violations;
    }

    private static Map<String, StoredFile> said(Evidence evidence) {
        Map<String, StoredFile> said = new HashMap<>();
        Stream.of(
                        evidence.events(Topics.FRAMES_TRANSFERRED).stream().map(FrameTransferred::archived),
                        evidence.events(Topics.FRAMES_REDUCED).stream()
                                .map(FrameReduced::products)
                                .flatMap(List::stream)
                                .map(Product::file),
                        evidence.events(Topics.MASTERS_BUILT).stream()
                                .map(MasterBuilt::products)
                                .flatMap(List::stream)
                                .map(Product::file))
                .flatMap(files -> files)
                .filter(file -> file.area() == Area.ARCHIVE)
                .forEach(file -> said.put(file.key(), file));
        return said;
    }
}
