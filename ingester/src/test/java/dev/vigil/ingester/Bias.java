package dev.vigil.ingester;

import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bias frame, and what is said of it.
 *
 * @param unit the unit that wrote it
 * @param number which of the night
 */
record Bias(String unit, int number) {
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 19);
    private static final Instant EVENING = Instant.parse("2026-11-19T21:40:00Z");
    private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));

    Outgoing<FrameAnnounced> announced() {
        TakenFile file = new TakenFile(DIGEST, DIGEST, List.of(), List.of());
        return new Outgoing<>(
                Topics.FRAMES_ANNOUNCED,
                frame().value(),
                new FrameAnnounced(identity(), EVENING, frame().path(), 2880, EVENING, new Taken(file, facts())));
    }

    Outgoing<FrameTransferred> transferred() {
        StoredFile stored = new StoredFile(Area.ARCHIVE, frame().value(), 2880, DIGEST);
        return new Outgoing<>(
                Topics.FRAMES_TRANSFERRED,
                frame().value(),
                new FrameTransferred(
                        identity(), EVENING.plusSeconds(1), "transfer " + frame(), stored, stored, "w", Duration.ZERO));
    }

    Outgoing<FrameFailed> failed(String reason) {
        return new Outgoing<>(
                Topics.FRAMES_FAILED,
                frame().value(),
                new FrameFailed(
                        identity(),
                        EVENING,
                        "task",
                        Stage.TRANSFER,
                        FailureCategory.DAMAGED,
                        reason,
                        "look at it",
                        3,
                        "w"));
    }

    FrameId frame() {
        return new FrameId(unit + "/" + NIGHT + "/bias" + number + ".fits");
    }

    private FrameIdentity identity() {
        return new FrameIdentity(
                frame(),
                1,
                unit,
                Optional.of(NIGHT),
                NightSource.HEADER,
                "bias" + number,
                FrameType.BIAS,
                Level.TRANSFERRED,
                0);
    }

    private static FrameFacts facts() {
        Configuration any = new Configuration(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new FrameFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                any,
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
