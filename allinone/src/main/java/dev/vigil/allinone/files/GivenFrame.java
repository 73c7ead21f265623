package dev.vigil.allinone.files;

import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.StoredFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A frame that somebody named on the command line.
 *
 * @param file as it was named
 * @param announced what a producer would say of it
 * @param facts of the announcement
 * @param readable its plain FITS
 */
record GivenFrame(Path file, FrameAnnounced announced, FrameFacts facts, StoredFile readable) {
    GivenFrame {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(announced, "announced");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(readable, "readable");
    }

    FrameIdentity identity() {
        return announced.identity();
    }

    /** When the exposure began; where no header says it, when the file was written. */
    Instant taken() {
        return facts.start().orElse(announced.modified());
    }

    CalibrationInput input() {
        return new CalibrationInput(identity(), facts, readable);
    }
}
