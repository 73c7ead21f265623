package dev.vigil.calibrator;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.Publication;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.Need;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Work;
import dev.vigil.simulator.BadFiles;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A simulated night in an archive, and the tasks that a scheduler would make of it. */
final class TestingNight {
    static final String UNIT = "GEN01";
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 19);
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Configuration CONFIGURATION = new Configuration(
            Optional.of("SIM"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    final SimulatedNight simulated;
    final Archive archive;
    final Archive working;
    final Path archiveFolder;
    final Path workingFolder;
    private final Path incoming;

    TestingNight(Path folder, NightPlan plan) throws IOException {
        this.simulated = SimulatedNight.of(plan);
        this.archiveFolder = folder.resolve("archive");
        this.workingFolder = folder.resolve("working");
        this.archive = FilesystemArchive.create(archiveFolder);
        this.working = FilesystemArchive.create(workingFolder);
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
    }

    static NightPlan plan(int bias, int dark, int flat, int science, int size) {
        return NightPlan.of(NIGHT)
                .withUnit(UNIT)
                .withFrames(bias, dark, flat, science)
                .withSize(size);
    }

    List<Frame> frames(FrameKind kind) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (PlannedFrame planned : simulated.frames()) {
            if (planned.kind() == kind) {
                frames.add(put(simulated.write(planned, incoming)));
            }
        }
        return frames;
    }

    BadFiles bad() throws IOException {
        return new BadFiles(simulated, incoming);
    }

    /** Puts a file into the archive, as the transfer does, and reads its facts, as the producer does. */
    Frame put(Path file) throws IOException {
        StoredFile stored = store(archive, Area.ARCHIVE, "raw", file);
        return new Frame(identity(file), facts(file), stored);
    }

    Frame putIntoWorkingArea(Path file) throws IOException {
        StoredFile stored = store(working, Area.WORKING, "raw", file);
        return new Frame(identity(file), facts(file), stored);
    }

    private static StoredFile store(Archive into, Area area, String top, Path file) throws IOException {
        ArchiveKey key =
                ArchiveKey.of(top, UNIT, NIGHT.toString(), file.getFileName().toString());
        try (Draft draft = into.draft(key, "test")) {
            draft.write(Files.readAllBytes(file));
            Publication published = into.publish(draft);
            return new StoredFile(area, key.value(), published.size(), new Sha256(published.digest()));
        }
    }

    private static FrameIdentity identity(Path file) {
        FrameId frame = FrameId.ofPath(UNIT + "/" + NIGHT + "/" + file.getFileName());
        return new FrameIdentity(
                frame,
                1,
                UNIT,
                Optional.of(NIGHT),
                NightSource.HEADER,
                frame.value(),
                FrameType.SCIENCE,
                Level.REDUCED,
                1);
    }

    static FrameFacts facts(Path file) throws IOException {
        FitsFile fits = fits(file);
        Header primary = fits.primary().header();
        List<Detector> detectors = fits.hdus().stream()
                .filter(hdu -> hdu.isImage() && hdu.width() > 0)
                .map(hdu -> detector(hdu, primary))
                .toList();
        Duration exposure =
                Duration.ofMillis(Math.round(1000 * primary.number("EXPTIME").orElse(0)));
        return new FrameFacts(
                primary.text("OBJECT"),
                primary.text("FILTER"),
                Optional.of(exposure),
                primary.text("DATE-OBS").map(start -> LocalDateTime.parse(start).toInstant(ZoneOffset.UTC)),
                CONFIGURATION,
                detectors,
                List.of(),
                "imaging",
                List.of());
    }

    private static FitsFile fits(Path file) throws IOException {
        try {
            return FitsFile.read(file);
        } catch (BadFitsException e) {
            throw new IOException(e);
        }
    }

    private static Detector detector(Hdu hdu, Header primary) {
        boolean alone = hdu.index() == 0;
        String whole = "[1:" + hdu.width() + ",1:" + hdu.height() + "]";
        Amplifier amplifier = new Amplifier(
                alone ? primary.text("TRIMSEC").orElse(whole) : whole,
                alone ? primary.text("BIASSEC") : Optional.empty(),
                number(primary, "EGAIN"),
                number(primary, "RDNOISE"),
                number(primary, "SATURATE"));
        return new Detector(
                hdu.index(), hdu.name().orElse("main"), (int) hdu.width(), (int) hdu.height(), List.of(amplifier));
    }

    private static Optional<Double> number(Header header, String keyword) {
        return header.number(keyword).isPresent()
                ? Optional.of(header.number(keyword).getAsDouble())
                : Optional.empty();
    }

    /** A frame that was transferred. */
    record Frame(FrameIdentity identity, FrameFacts facts, StoredFile file) {
        Frame needing(MasterKind... kinds) {
            return wanting(Need.REQUIRED, kinds);
        }

        Frame liking(MasterKind... kinds) {
            return wanting(Need.OPTIONAL, kinds);
        }

        private Frame wanting(Need need, MasterKind... kinds) {
            List<MasterNeed> needs = Arrays.stream(kinds)
                    .map(kind -> new MasterNeed(kind, need, Duration.ofDays(30), Optional.empty(), Optional.empty()))
                    .toList();
            return new Frame(
                    identity,
                    new FrameFacts(
                            facts.object(),
                            facts.filter(),
                            facts.exposureTime(),
                            facts.start(),
                            facts.configuration(),
                            facts.detectors(),
                            needs,
                            facts.recipe(),
                            facts.flags()),
                    file);
        }

        CalibrationInput input() {
            return new CalibrationInput(identity, facts, file);
        }
    }

    static ReductionTask look(Frame frame) {
        return task("look " + frame.identity().frame(), new QuickLook(frame.identity(), frame.facts(), frame.file()));
    }

    static ReductionTask reduce(Frame frame, ChosenMaster... masters) {
        return task(
                "reduce " + frame.identity().frame(),
                new ReduceFrame(frame.identity(), frame.facts(), frame.file(), List.of(masters)));
    }

    static ReductionTask reduceBeside(Frame frame, NeighbourShift... neighbours) {
        return task(
                "reduce " + frame.identity().frame(),
                new ReduceFrame(
                        frame.identity(),
                        frame.facts(),
                        frame.file(),
                        List.of(),
                        List.of(neighbours),
                        Optional.empty()));
    }

    static ReductionTask build(MasterKind kind, List<Frame> frames, ChosenMaster... masters) {
        return build(kind, frames, List.of(masters), Optional.empty());
    }

    /** The same master once more, of these frames, which has to become the file that it was. */
    static ReductionTask again(MasterBuilt built, List<Frame> frames) {
        return build(
                built.kind(),
                frames,
                List.of(),
                Optional.of(built.products().get(0).file()));
    }

    private static ReductionTask build(
            MasterKind kind, List<Frame> frames, List<ChosenMaster> masters, Optional<StoredFile> before) {
        MasterId id = MasterId.of(UNIT, kind, "2026-11-19-sim", 1);
        return task(
                "build " + id,
                new BuildMaster(
                        id,
                        UNIT,
                        kind,
                        "2026-11-19-sim",
                        1,
                        Optional.of(NIGHT),
                        CONFIGURATION,
                        Optional.empty(),
                        Optional.empty(),
                        frames.stream().map(Frame::input).toList(),
                        masters,
                        3,
                        before));
    }

    static ReductionTask task(String id, Work work) {
        return new ReductionTask(id, UNIT, 1, 3, Lane.LIVE, NOW, NOW.plusSeconds(600), work);
    }

    static ChosenMaster chosen(MasterBuilt built) {
        return new ChosenMaster(
                built.master(),
                built.kind(),
                built.products().get(0).file(),
                built.exposureTime(),
                Duration.ofHours(12));
    }
}
