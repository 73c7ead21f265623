package dev.vigil.simulator;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A night that can be written file by file, at the caller's pace, in any order and from several threads; the same plan
 * gives the same bytes.
 */
public final class SimulatedNight {
    private final NightPlan plan;
    private final Map<Integer, Camera> cameras = new ConcurrentHashMap<>();
    private final List<PlannedFrame> all;
    private final List<PlannedFrame> frames;

    private SimulatedNight(NightPlan plan) {
        this.plan = plan;
        this.all = Spoiling.of(plan, Timetable.of(plan));
        this.frames = all.stream().filter(frame -> !frame.has(Flaw.GAP)).toList();
    }

    public static SimulatedNight of(NightPlan plan) {
        return new SimulatedNight(plan);
    }

    public NightPlan plan() {
        return plan;
    }

    /** The files of the night in the order in which they are taken; those under a name that is used again come last. */
    public List<PlannedFrame> frames() {
        return frames;
    }

    /** Where a telescope would put this night. */
    public Path folderIn(Path incoming) {
        return incoming.resolve(plan.unit()).resolve(plan.instrument().folder(plan));
    }

    /** Writes a frame where its telescope would; returns the file. */
    public Path writeBelow(Path incoming, PlannedFrame frame) throws IOException {
        return write(frame, incoming.resolve(plan.unit()).resolve(frame.folder()));
    }

    /** Writes a frame under a temporary name, then renames it, as a careful camera does; returns the file. */
    public Path write(PlannedFrame frame, Path folder) throws IOException {
        List<OutputHdu> hdus = plan.instrument().hdus(Shot.of(plan, frame), exposed(frame));
        Files.createDirectories(folder);
        Path part = folder.resolve("." + frame.name() + ".part");
        Files.deleteIfExists(part);
        plan.instrument().compression().write(part, hdus);
        if (frame.has(Flaw.TRUNCATED)) {
            cutInHalf(part);
        }
        return Files.move(part, folder.resolve(frame.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes what lies about beside the frames. */
    public void writeJunk(Path incoming) throws IOException {
        Litter.write(plan, folderIn(incoming));
    }

    /** What is wrong with the night. */
    public List<NightTruth.FlawTruth> flaws() {
        return NightTruth.flaws(plan, all);
    }

    /** What happened in truth. */
    public NightTruth truth() {
        return NightTruth.of(plan, camera(1), frames, flaws());
    }

    /** Writes the truth to {@code <unit>/<night>.json} in a folder, which must not be the incoming one. */
    public Path writeTruth(Path truthFolder) throws IOException {
        Path folder = Files.createDirectories(truthFolder.resolve(plan.unit()));
        return Files.write(folder.resolve(plan.night() + ".json"), truth().toJson());
    }

    /**
     * Writes what a catalogue would know of the night's stars to {@code <unit>/<night>.csv} in a folder: of made ones where
     * they were in 2016, and how they move, all with errors; of real ones what is known.
     */
    public Path writeCatalogue(Path truthFolder) throws IOException {
        Path folder = Files.createDirectories(truthFolder.resolve(plan.unit()));
        Path table = folder.resolve(plan.night() + ".csv");
        return Files.write(table, plan.fields().table(plan, frames));
    }

    private List<Exposed> exposed(PlannedFrame frame) {
        List<Exposed> detectors = new ArrayList<>();
        for (int detector : plan.instrument().detectorsIn(plan, frame)) {
            for (int plane = 1; plane <= plan.instrument().planes(); plane++) {
                PlannedFrame one = plane == 1 ? frame : frame.at(frame.folder(), frame.name() + "#" + plane);
                detectors.add(Exposure.take(plan, camera(detector), one, detector));
            }
        }
        return detectors;
    }

    private Camera camera(int detector) {
        return cameras.computeIfAbsent(detector, which -> Camera.of(plan, which));
    }

    private static void cutInHalf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    OutputHdu take(PlannedFrame frame, Header header) {
        return GenericInstrument.image(exposed(frame), header);
    }

    Header headerOf(PlannedFrame frame) {
        return FrameHeader.of(Shot.of(plan, frame));
    }

    static Path write(Path folder, String name, List<OutputHdu> hdus) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        Compression.NONE.write(part, hdus);
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
