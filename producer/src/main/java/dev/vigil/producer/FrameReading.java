package dev.vigil.producer;

import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Deciding;
import dev.vigil.producer.judging.Decision;
import dev.vigil.producer.judging.Examination;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.judging.Patience;
import dev.vigil.producer.judging.Waited;
import dev.vigil.producer.serving.Locations;
import dev.vigil.producer.serving.Packaging;
import dev.vigil.schemas.events.FrameAnnounced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the producer would announce of one file that nobody writes to any more, for whoever has no topics. */
public final class FrameReading {
    private static final Patience NONE = new Patience(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private FrameReading() {}

    /**
     * Reads a file wherever it lies.
     *
     * @param path below an incoming folder, where the file would be announced from: the first folder is the unit
     */
    public static FrameAnnounced of(Path file, String path, Profiles profiles, Clock clock) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Sighting sighting = new Sighting(
                path,
                Sighting.Kind.FILE,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                Optional.empty());
        Instant now = clock.instant();
        Examination found = new Examiner(file.toAbsolutePath().getParent(), profiles, clock).frame(file, sighting);
        Decision decision =
                Deciding.decide(path, Optional.empty(), found, new Waited(Instant.EPOCH, Instant.EPOCH, now), NONE);
        return new Announcing(profiles, new Locations(Optional.empty(), List.of(), Packaging.NONE))
                .word(sighting, (Decision.Say) decision, now);
    }
}
