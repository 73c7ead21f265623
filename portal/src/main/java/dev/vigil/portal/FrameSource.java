package dev.vigil.portal;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Optional;

/** Where the portal reads of frames. Asking changes nothing. */
interface FrameSource {
    /** The frames of a night; empty when the ledger cannot be read now. */
    Optional<NightFrames> night(NightKey key);

    /** What is known of a frame. */
    Answered<FrameStory> story(FrameId frame);

    /** The files of a frame: its own, and what was made of it; none when the ledger cannot be read now. */
    List<StoredFile> files(FrameId frame);

    /** What came of a question. */
    sealed interface Answered<T> {
        /** There is an answer. */
        record Known<T>(T value) implements Answered<T> {}

        /** The ledger has heard nothing of it. */
        record Unheard<T>() implements Answered<T> {}

        /** The ledger cannot be read now. */
        record Unreachable<T>() implements Answered<T> {}
    }
}
