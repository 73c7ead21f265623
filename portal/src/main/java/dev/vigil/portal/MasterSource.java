package dev.vigil.portal;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.portal.FrameSource.Answered;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Optional;

/** Where the portal reads of masters. Asking changes nothing. */
interface MasterSource {
    /** The newest masters, those that are not built first; empty when the ledger cannot be read now. */
    Optional<List<MasterStanding>> newest(int limit);

    /** What is known of a master. */
    Answered<MasterStory> story(MasterId master);

    /** The files of a master; none when the ledger cannot be read now. */
    List<StoredFile> files(MasterId master);
}
