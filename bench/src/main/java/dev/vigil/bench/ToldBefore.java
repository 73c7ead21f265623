package dev.vigil.bench;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;

/** Announces every file of a tree as taken, as a producer has in the nights before. */
final class ToldBefore {
    private static final int LOOK_UP = 1000;

    private final Random random = new Random(1);

    void tell(NightTree tree, KafkaSettings kafka, LongConsumer progress) throws InterruptedException {
        long told = 0;
        try (EventWriter writer = EventWriter.open(kafka, new WireFormat(new BundledRegistry()), "bench")) {
            for (String path : (Iterable<String>) tree.paths()::iterator) {
                FrameAnnounced event = announced(path);
                writer.send(new Outgoing<>(
                        Topics.FRAMES_ANNOUNCED, event.identity().frame().value(), event));
                if (++told % LOOK_UP == 0) {
                    progress.accept(told);
                }
            }
            writer.flush();
        }
        progress.accept(told);
    }

    private FrameAnnounced announced(String path) {
        FrameId frame = FrameId.ofPath(path);
        FrameIdentity identity = new FrameIdentity(
                frame,
                1,
                frame.unit(),
                Optional.of(NightTree.nightOf(path)),
                NightSource.FOLDER,
                frame.fileName(),
                FrameType.SCIENCE,
                Level.REDUCED,
                0);
        TakenFile file = new TakenFile(digest(), digest(), List.of(digest()), List.of(URI.create("file:///" + path)));
        return new FrameAnnounced(
                identity, NightTree.written(), path, NightTree.size(), NightTree.written(), new Taken(file, facts()));
    }

    /** Each its own: equal ones would be packed to nothing on the way. */
    private Sha256 digest() {
        return new Sha256("%016x%016x%016x%016x"
                .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
    }

    private static FrameFacts facts() {
        Optional<String> unknown = Optional.empty();
        Configuration configuration = new Configuration(
                unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
        return new FrameFacts(
                Optional.of("T11746"),
                Optional.of("r"),
                Optional.empty(),
                Optional.of(NightTree.written()),
                configuration,
                List.of(),
                List.of(),
                "imaging",
                List.of());
    }
}
