package dev.vigil.portal;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.imaging.pictures.Preview;
import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.CheckStanding;
import dev.vigil.ledger.FrameQuality;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.MasterStanding.Made;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.Pointing;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.ledger.Standing;
import dev.vigil.ledger.StoryLine;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.CheckSeverity;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A portal with nights of its own, without broker or database. */
final class Observatory implements AutoCloseable {
    static final NightKey TONIGHT = new NightKey("7DT05", "2026-11-19");
    private static final Instant DUSK = Instant.parse("2026-11-19T21:40:11Z");

    final NightBook book = new NightBook();
    final InMemoryFrames ledger = new InMemoryFrames();
    final InMemoryMasters masters = new InMemoryMasters();
    volatile boolean caughtUp = true;
    private final Archive archive;
    private final LivePages pages;
    private final Web web;

    Observatory(Path folder) throws IOException {
        this.archive = FilesystemArchive.create(folder.resolve("archive"));
        this.pages = LivePages.start(book, ledger, masters, () -> caughtUp, Clock.systemUTC());
        Path archived = folder.resolve("archive");
        Path working = folder.resolve("working");
        this.web = Web.start(
                "127.0.0.1",
                0,
                new Layout("/data/vigil/archive", "observatory-1"),
                book,
                pages,
                new Pictures(archived, working),
                new ListedFiles(ledger, masters, archived, working));
    }

    String address(String path) {
        return "http://127.0.0.1:" + web.port() + path;
    }

    /** Counts of a night with as many recorded frames as given, and some troubles. */
    void count(NightKey key, int recorded, int failed, int waiting, int onTheWay, boolean complete) throws IOException {
        int calibrations = 22;
        int seen = recorded + failed + waiting + onTheWay + 4;
        String text = """
                {"unit":"%s","night":"%s","expected":null,"missing":0,"seen":%d,"announced":%d,"transferred":%d,"reduced":%d,"recorded":%d,\
                "failed":%d,"waiting":%d,"stalled":0,"excluded":4,"onTheWay":%d,"complete":%s,\
                "byType":{"bias":{"seen":10,"recorded":10},"dark":{"seen":6,"recorded":6},"flat":{"seen":6,"recorded":6},\
                "science":{"seen":%d,"recorded":%d,"failed":%d,"waiting":%d,"onTheWay":%d},"focus":{"seen":4,"excluded":4}},\
                "firstSeen":"2026-11-19T21:40:11Z","lastSeen":"2026-11-20T09:12:44Z","lastTransferred":"2026-11-20T09:12:45Z",\
                "lastReduced":"2026-11-20T09:12:47Z","lastRecorded":"2026-11-20T09:12:48Z",\
                "latencySeconds":{"seenToAnnounced":{"p50":0.4,"p95":0.9,"p99":1.2},"seenToRecorded":{"p50":3.1,"p95":6.0,"p99":9.2}}}""".formatted(
                        key.unit(),
                        key.night(),
                        seen,
                        seen,
                        seen - onTheWay,
                        Math.max(0, recorded - calibrations),
                        recorded,
                        failed,
                        waiting,
                        onTheWay,
                        complete,
                        Math.max(0, seen - calibrations - 4),
                        Math.max(0, recorded - calibrations),
                        failed,
                        waiting,
                        onTheWay);
        book.put(Night.read(key, text));
    }

    void trouble(NightKey key, String name, String standing, String reason, String remedy) throws IOException {
        String id = FrameId.ofPath(key.unit() + "/" + key.night() + "/" + name).value();
        book.put(id, Optional.of(new Problem(id, key, standing, "reduction", reason, remedy, DUSK.toString())));
    }

    /** Frames of a night, every other of which has a picture. */
    void expose(NightKey key, List<String> names) throws IOException {
        List<FrameStanding> frames = new ArrayList<>();
        Map<FrameId, MadeFile> pictures = new HashMap<>();
        Map<FrameId, Measured> measured = new HashMap<>();
        Map<FrameId, FrameQuality> quality = new HashMap<>();
        Map<FrameId, SkyQuality> skies = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            FrameStanding frame = frame(key, names.get(i), i);
            frames.add(frame);
            MadeFile picture = picture(frame, i);
            pictures.put(frame.frame(), picture);
            measured.put(frame.frame(), measured(frame, picture));
            skies.put(frame.frame(), sky(frame, i));
            quality.put(frame.frame(), quality(key, frame, i % 3 != 1));
            ledger.stories.put(frame.frame(), story(frame, picture, List.of(picture), List.of()));
        }
        ledger.nights.put(key, new NightFrames(frames, pictures, measured, quality, skies));
    }

    /** A frame that was reduced into an image of each of these detectors. */
    FrameId mosaic(List<String> detectors) throws IOException {
        FrameStanding frame = frame(TONIGHT, "mosaic.fits", 0);
        MadeFile picture = picture(frame, 1000);
        MadeFile image = new MadeFile(
                frame.frame(),
                1,
                "r1000",
                ReductionKind.FULL,
                DUSK,
                true,
                ProductKind.IMAGE,
                fits("products/mosaic.fits", detectors));
        ledger.stories.put(frame.frame(), story(frame, picture, List.of(picture, image), detectors));
        return frame.frame();
    }

    /** A frame whose second revision has the image that was made of the first. */
    FrameId revised() throws IOException {
        FrameStanding frame = frame(TONIGHT, "revised.fits", 0);
        MadeFile picture = picture(frame, 1001);
        StoredFile image = fits("products/revised.fits", List.of("main"));
        List<MadeFile> made = List.of(image(frame, 2, image), image(frame, 1, image));
        ledger.stories.put(frame.frame(), story(frame, picture, made, List.of("main")));
        return frame.frame();
    }

    private static MadeFile image(FrameStanding frame, int revision, StoredFile file) {
        return new MadeFile(
                frame.frame(), revision, "r1001", ReductionKind.FULL, DUSK, revision == 2, ProductKind.IMAGE, file);
    }

    /** Every fourth under a cloud. */
    private static SkyQuality sky(FrameStanding frame, int i) {
        double zeroPoint = i % 4 == 3 ? 23.6 : 24.9;
        return new SkyQuality(
                frame.frame(),
                LocalDate.of(2026, 11, 19),
                "r",
                zeroPoint,
                25,
                Optional.of(0.01),
                Optional.of(0.01),
                Optional.of("clear"));
    }

    private static FrameQuality quality(NightKey key, FrameStanding frame, boolean good) {
        return new FrameQuality(
                frame.frame(), key.date(), good, good ? List.of() : List.of("starsSeen"), List.of("airmass"), 12);
    }

    private static List<CheckStanding> checks(FrameStanding frame) {
        return List.of(
                check(frame, "starsSeen", CheckOutcome.FAILED, 3, CheckSeverity.ERROR, "There are stars on it.", ""),
                check(frame, "airmass", CheckOutcome.FAILED, 3.1, CheckSeverity.WARNING, "It was high enough.", ""),
                check(frame, "noiseMeasured", CheckOutcome.PASSED, 9.1, CheckSeverity.ERROR, "There is noise.", ""));
    }

    private static CheckStanding check(
            FrameStanding frame,
            String name,
            CheckOutcome outcome,
            double value,
            CheckSeverity severity,
            String says,
            String why) {
        return new CheckStanding(
                frame.frame(),
                "r0",
                ReductionKind.QUICK_LOOK,
                new CheckResult(
                        name,
                        outcome,
                        Optional.of(value),
                        Optional.of(5.0),
                        Optional.empty(),
                        "",
                        severity,
                        says,
                        why));
    }

    private static FrameStanding frame(NightKey key, String name, int number) {
        String path = key.unit() + "/" + key.night() + "/" + name;
        boolean failed = number % 9 == 4;
        Instant start = DUSK.plusSeconds(110L * number);
        return new FrameStanding(
                FrameId.ofPath(path),
                path,
                key.unit(),
                Optional.of(LocalDate.parse(key.night())),
                1,
                name,
                FrameType.SCIENCE,
                Level.REDUCED,
                standing(name, number),
                failed ? Optional.of("the gain of " + name + " is not known") : Optional.empty(),
                failed ? Optional.of("write EGAIN into the header, or set it in the profile") : Optional.empty(),
                Optional.of(122_600_000L),
                Optional.of("T" + (11746 + number)),
                Optional.of(number % 2 == 0 ? "i" : "m650"),
                Optional.of(Duration.ofSeconds(100)),
                Optional.of(start),
                Optional.of(start.plusSeconds(103)),
                Optional.of(start.plusSeconds(105)),
                failed ? Optional.empty() : Optional.of(start.plusSeconds(106)),
                failed ? Optional.empty() : Optional.of(start.plusSeconds(107)),
                number % 9 == 2 ? List.of("SKY_TILE", "START_OUT_OF_ORDER") : List.of("SKY_TILE"));
    }

    private static Standing standing(String name, int number) {
        if (name.startsWith("half")) {
            return Standing.STALLED;
        }
        return number % 9 == 4 ? Standing.FAILED : number % 9 == 7 ? Standing.WAITING : Standing.RECORDED;
    }

    private MadeFile picture(FrameStanding frame, int seed) throws IOException {
        byte[] png = Preview.of(sky(seed), 256).png();
        ArchiveKey key = ArchiveKey.of("products", frame.unit(), "p" + seed + ".preview.png");
        try (Draft draft = archive.draft(key, "test")) {
            draft.write(png);
            archive.publish(draft);
        }
        StoredFile file = new StoredFile(Area.ARCHIVE, key.value(), png.length, new Sha256(Fragment.digest(png)));
        return new MadeFile(
                frame.frame(), 1, "r" + seed, ReductionKind.QUICK_LOOK, DUSK, true, ProductKind.PREVIEW, file);
    }

    private static Image sky(long seed) {
        Random random = new Random(seed);
        int side = 256;
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (1000 + 12 * random.nextGaussian());
        }
        for (int star = 0; star < 60; star++) {
            shine(pixels, side, random);
        }
        return new Image(side, side, pixels);
    }

    private static void shine(float[] pixels, int side, Random random) {
        int x = 6 + random.nextInt(side - 12);
        int y = 6 + random.nextInt(side - 12);
        double bright = 60 / (0.01 + random.nextDouble());
        for (int dy = -5; dy <= 5; dy++) {
            for (int dx = -5; dx <= 5; dx++) {
                pixels[(y + dy) * side + x + dx] += (float) (bright * Math.exp(-(dx * dx + dy * dy) / 4.0));
            }
        }
    }

    private static Measured measured(FrameStanding frame, MadeFile picture) {
        return new Measured(
                frame.frame(),
                frame.type(),
                frame.object(),
                frame.filter(),
                frame.exposureTime(),
                frame.start(),
                picture.reduction(),
                picture.made(),
                picture.at(),
                new Measurements(
                        Optional.of(1010.0),
                        Optional.of(0.0001),
                        Optional.of(412L),
                        Optional.of(3.4),
                        Optional.of(1.72),
                        Optional.of(0.051),
                        Optional.of(37.5),
                        Optional.of(640.0),
                        Optional.of(9.1),
                        Map.of("cosmicRayPixels", 12345.0, "zeroPoint", 25.1236, "unheardOf", 0.25)),
                new Pointing(Optional.of("neighbour 7DT05_before.fits"), Optional.of(-1500.4), Optional.of(12.25)));
    }

    private static FrameStory story(
            FrameStanding frame, MadeFile picture, List<MadeFile> made, List<String> detectors) {
        Instant start = frame.start().orElseThrow();
        StoredFile file = new StoredFile(
                Area.ARCHIVE, "raw/" + frame.frame().value(), 122_600_000, new Sha256("0123456789abcdef".repeat(4)));
        return new FrameStory(
                frame,
                List.of(),
                List.of(
                        new StoryLine(
                                start.plusSeconds(100), 1, Stage.SIGHTING, "arriving", "61 of 122 MB are there", "", 0),
                        new StoryLine(start.plusSeconds(103), 1, Stage.SIGHTING, "taken", "(122600000 bytes)", "", 0),
                        new StoryLine(
                                start.plusSeconds(105),
                                1,
                                Stage.TRANSFER,
                                "transferred",
                                file.key(),
                                "transfer-1/0",
                                1),
                        new StoryLine(
                                start.plusSeconds(106),
                                1,
                                Stage.QUICK_LOOK,
                                "looked at",
                                "quick-look 1 as r1",
                                "calibrator-2/1",
                                1),
                        new StoryLine(start.plusSeconds(107), 1, Stage.RECORDING, "recorded", "reduced", "", 0)),
                Optional.of(measured(frame, picture)),
                Optional.of(Hint.focus(1.62)),
                Optional.of(sky(frame, 0)),
                checks(frame),
                List.of(new MasterUsed(
                        MasterId.of("7DT05", MasterKind.BIAS, "bias-1x1", 2), MasterKind.BIAS, Duration.ofHours(6))),
                List.of(master(
                        MasterId.of("7DT05", MasterKind.BIAS, "bias-1x1", 3),
                        MasterKind.BIAS,
                        Made.BUILT,
                        Optional.empty(),
                        Optional.of(false))),
                List.of(),
                made,
                detectors,
                List.of(new ArchivedFile(frame.frame(), 1, start, file, file, Optional.empty(), Optional.empty())),
                List.of());
    }

    /** A bias that is good with a remark, and a flat that waits. */
    MasterStanding masters() throws IOException {
        MasterId id = MasterId.of("7DT05", MasterKind.BIAS, "bias-1x1", 2);
        MasterStanding built = master(id, MasterKind.BIAS, Made.BUILT, Optional.empty(), Optional.of(true));
        StoredFile file = fits("masters/7DT05/bias.fits", List.of("main"));
        masters.stories.put(
                id.value(),
                new MasterStory(
                        built,
                        List.of(check("enoughFrames", 4), check("framesAgree", 6)),
                        List.of(
                                new MasterInput(FrameId.ofPath("7DT05/2026-11-19/bias 1.fits"), 1, true),
                                new MasterInput(FrameId.ofPath("7DT05/2026-11-19/bias 2.fits"), 1, false)),
                        List.of(new MasterUsed(id, MasterKind.BIAS, Duration.ofDays(2))),
                        List.of(new Product(ProductKind.MASTER, file))));
        MasterId waiting = MasterId.of("7DT05", MasterKind.FLAT, "flat-r", 1);
        masters.stories.put(
                waiting.value(),
                new MasterStory(
                        master(
                                waiting,
                                MasterKind.FLAT,
                                Made.WAITING,
                                Optional.of("3 of 5 are transferred"),
                                Optional.empty()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        return built;
    }

    private static CheckResult check(String name, double value) {
        return new CheckResult(
                name,
                value < 5 ? CheckOutcome.FAILED : CheckOutcome.PASSED,
                Optional.of(value),
                Optional.of(5.0),
                Optional.empty(),
                "",
                CheckSeverity.WARNING,
                "It is so.",
                "");
    }

    private static MasterStanding master(
            MasterId id, MasterKind kind, Made standing, Optional<String> reason, Optional<Boolean> good) {
        boolean isBuilt = standing == Made.BUILT;
        return new MasterStanding(
                id,
                "7DT05",
                kind,
                "a set",
                TONIGHT.date().filter(date -> isBuilt),
                standing,
                DUSK,
                reason,
                Optional.empty(),
                Optional.of("r").filter(filter -> kind == MasterKind.FLAT),
                Optional.empty(),
                Optional.of(DUSK).filter(middle -> isBuilt),
                isBuilt ? 9 : 0,
                isBuilt ? 10 : 0,
                List.of(),
                good,
                isBuilt ? List.of("enoughFrames") : List.of(),
                isBuilt ? Map.of("badShare", 0.0125) : Map.of());
    }

    /** A file of the archive with a sky for each detector, with coordinates, turned by a quarter. */
    private StoredFile fits(String key, List<String> detectors) throws IOException {
        List<OutputHdu> hdus = new ArrayList<>(List.of(OutputHdu.empty(Header.EMPTY)));
        for (String detector : detectors) {
            hdus.add(OutputHdu.image(turned(detector), sky(7 + hdus.size()), PixelType.FLOAT_32));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FitsWriter.write(bytes, hdus);
        try (Draft draft = archive.draft(new ArchiveKey(key), "test")) {
            draft.write(bytes.toByteArray());
            archive.publish(draft);
        }
        return new StoredFile(Area.ARCHIVE, key, bytes.size(), new Sha256(Fragment.digest(bytes.toByteArray())));
    }

    private static Header turned(String detector) {
        return Header.builder()
                .put("EXTNAME", "SCI", "")
                .put("DETECTOR", detector, "")
                .put("CTYPE1", "RA---TAN", "")
                .put("CTYPE2", "DEC--TAN", "")
                .put("CD1_2", -1.0 / 3600, "")
                .put("CD2_1", -1.0 / 3600, "")
                .build();
    }

    @Override
    public void close() {
        web.close();
        pages.close();
    }
}
