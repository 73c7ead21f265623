package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.embedded.LocalDatabase;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.pictures.Preview;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerSettings;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal on a real broker, a real database and a real archive. */
class PortalServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-11-20T03:15:02Z");
    private static final FrameId GOOD = new FrameId("7DT05/2026-11-19/good.fits");
    private static final FrameId BAD = new FrameId("7DT05/2026-11-19/bad.fits");
    private static final String NIGHT =
            "{\"unit\":\"7DT05\",\"night\":\"2026-11-19\",\"seen\":3,\"recorded\":1,\"failed\":1,\"onTheWay\":1}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void whatTopicsLedgerAndArchiveHoldIsShown() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, Map.of());
                LocalDatabase database = LocalDatabase.start(folder.resolve("database"), 0);
                StopSignal stop = new StopSignal()) {
            PortalSettings settings = settings(broker, database);
            record(settings.ledger(), picture());
            try (PortalService portal = PortalService.start(settings, stop)) {
                await().atMost(PATIENCE).until(portal::isReady);
                tell(settings.kafka());
                await().atMost(PATIENCE)
                        .until(() -> get(portal, "/api/nights/7DT05/2026-11-19")
                                .body()
                                .equals(NIGHT));
                looksRight(portal);
                aUnitThatIsUnreachableIsShownUntilItIsBack(portal, settings);
            }
            assertThat(stop.isStopping()).isFalse();
        }
    }

    private void aUnitThatIsUnreachableIsShownUntilItIsBack(PortalService portal, PortalSettings settings)
            throws Exception {
        try (EventWriter writer = EventWriter.open(settings.kafka(), WireFormat.of(settings.registry()), "producer")) {
            writer.sendAndWait(alive(false));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(portal, "/").body()).contains("unreachable", "7DT05", "mount /disk"));
            writer.sendAndWait(alive(true));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(portal, "/").body()).doesNotContain("unreachable"));
        }
    }

    private static Outgoing<UnitAlive> alive(boolean reachable) {
        Instant now = Clock.systemUTC().instant();
        return new Outgoing<>(
                Topics.UNITS_ALIVE,
                "7DT05",
                new UnitAlive(
                        "7DT05",
                        now,
                        reachable,
                        Optional.of(now),
                        Optional.empty(),
                        Optional.empty(),
                        2,
                        1,
                        2,
                        0.5,
                        reachable ? Optional.empty() : Optional.of("the disk is not there: mount /disk"),
                        0,
                        List.of(),
                        List.of()));
    }

    private void looksRight(PortalService portal) throws Exception {
        String night = get(portal, "/nights/7DT05/2026-11-19").body();
        assertThat(night)
                .contains("good.fits", "bad.fits is a text file", "write it again as FITS")
                .contains("7DT05: 7 reductions wait: no more than 1 may be out at once");
        Matcher picture = Pattern.compile("src=\"(/previews/[^\"]+)\"").matcher(night);
        assertThat(picture.find()).isTrue();
        assertThat(get(portal, picture.group(1)).statusCode()).isEqualTo(200);
        assertThat(get(portal, "/frames/" + GOOD).body()).contains("looked at", "by calibrator-1/0");
        assertThat(get(portal, "/nights/7DT05/unknown").statusCode()).isEqualTo(404);
        assertThat(get(portal, "/").body()).contains("/nights/7DT05/2026-11-19", "1 failed");
    }

    private PortalSettings settings(EmbeddedBroker broker, LocalDatabase database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("kafka.partitions", "2");
        settings.put("front.port", "0");
        settings.put("portal.host", "127.0.0.1");
        settings.put("portal.port", "0");
        settings.put("ledger.url", database.jdbcUrl());
        settings.put("ledger.user", database.user());
        settings.put("ledger.password", database.password());
        settings.put("archive.folder", folder.resolve("archive").toString());
        settings.put("working.folder", folder.resolve("working").toString());
        return PortalSettings.from(Config.of(settings));
    }

    private StoredFile picture() throws IOException {
        byte[] png = Preview.of(Image.blank(64, 64), 64).png();
        ArchiveKey key = ArchiveKey.of("products", "good.preview.png");
        Archive archive = FilesystemArchive.create(folder.resolve("archive"));
        try (Draft draft = archive.draft(key, "test")) {
            draft.write(png);
            archive.publish(draft);
        }
        return new StoredFile(Area.ARCHIVE, key.value(), png.length, new Sha256(Fragment.digest(png)));
    }

    private static void record(LedgerSettings settings, StoredFile picture) {
        FrameReduced looked = new FrameReduced(
                identity(GOOD),
                AT,
                "task",
                ReductionKind.QUICK_LOOK,
                "r1",
                new RecipeUsed("quick-look", "1", "f"),
                List.of(),
                List.of(),
                List.of(new Product(ProductKind.PREVIEW, picture)),
                Measurements.NONE,
                List.of(),
                "calibrator-1/0",
                Duration.ofSeconds(1));
        Refused refused = new Refused(FailureCategory.NOT_FITS, "bad.fits is a text file", "write it again as FITS");
        FrameAnnounced announced = new FrameAnnounced(identity(BAD), AT, BAD.path(), 12, AT, refused);
        try (Ledger ledger = Ledger.open(settings)) {
            ledger.writer(Clock.systemUTC()).write(List.of(looked, announced), List.of());
        }
    }

    private static FrameIdentity identity(FrameId frame) {
        return new FrameIdentity(
                frame,
                1,
                "7DT05",
                Optional.of(LocalDate.parse("2026-11-19")),
                NightSource.FOLDER,
                "exposure",
                FrameType.SCIENCE,
                Level.REDUCED,
                0);
    }

    /** Among them what is no JSON: it is passed by. */
    private static void tell(KafkaSettings kafka) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka.client("test"), new StringSerializer(), new StringSerializer())) {
            send(producer, Topics.PROGRESS_NIGHTS, "7DT05/2026-11-20", "\u0000\u0001not JSON");
            send(producer, Topics.PROGRESS_NIGHTS, "7DT05/2026-11-20", "{}");
            send(producer, Topics.PROGRESS_NIGHTS, "7DT05/2026-11-20", null);
            send(producer, Topics.PROGRESS_FRAMES, BAD.value(), """
                    {"unit":"7DT05","night":"2026-11-19","frame":"7DT05/2026-11-19/bad.fits","standing":"failed","stage":"sighting",\
                    "reason":"bad.fits is a text file","remedy":"write it again as FITS","since":"2026-11-20T03:15:02Z"}""");
            send(producer, Topics.UNITS_QUEUES, "7DT05/transfers", "{}");
            send(producer, Topics.UNITS_QUEUES, "7DT05/reductions", """
                    {"unit":"7DT05","desk":"reductions","at":"2026-11-20T03:15:02Z","since":"2026-11-20T03:15:02Z","queued":7,"out":1,\
                    "held":"LIMIT","why":"no more than 1 may be out at once","nextAt":null,"lastAbout":null}""");
            send(producer, Topics.PROGRESS_NIGHTS, "7DT05/2026-11-19", NIGHT);
        }
    }

    private static void send(KafkaProducer<String, String> producer, Topic<?> topic, String key, String value) {
        producer.send(new ProducerRecord<>(topic.name(), 0, key, value));
    }

    private HttpResponse<String> get(PortalService portal, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + portal.port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
