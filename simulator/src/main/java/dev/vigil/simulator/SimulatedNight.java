package dev.vigil.simulator;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A night that can be written file by file, at the caller's pace, in any order and from several threads; the same plan
 * gives the same bytes.
 */
public final class SimulatedNight {
    private final NightPlan plan;
    private final Camera camera;
    private final List<PlannedFrame> frames;

    private SimulatedNight(NightPlan plan) {
        this.plan = plan;
        this.camera = Camera.of(plan);
        this.frames = Timetable.of(plan);
    }

    public static SimulatedNight of(NightPlan plan) {
        return new SimulatedNight(plan);
    }

    public NightPlan plan() {
        return plan;
    }

    /** The frames in the order in which they are taken. */
    public List<PlannedFrame> frames() {
        return frames;
    }

    /** Where a telescope would put this night. */
    public Path folderIn(Path incoming) {
        return incoming.resolve(plan.unit()).resolve(plan.night().toString());
    }

    /** Writes a frame under a temporary name, then renames it, as a careful camera does; returns the file. */
    public Path write(PlannedFrame frame, Path nightFolder) throws IOException {
        return write(nightFolder, frame.name(), List.of(take(frame, FrameHeader.of(plan, frame))));
    }

    /** What happened in truth. */
    public NightTruth truth() {
        return NightTruth.of(plan, camera, frames);
    }

    /** Writes the truth to {@code <unit>/<night>.json} in a folder, which must not be the incoming one. */
    public Path writeTruth(Path truthFolder) throws IOException {
        Path folder = Files.createDirectories(truthFolder.resolve(plan.unit()));
        return Files.write(folder.resolve(plan.night() + ".json"), truth().toJson());
    }

    OutputHdu take(PlannedFrame frame, Header header) {
        int[] counts = Exposure.take(plan, camera, frame);
        return OutputHdu.integers(header, plan.size(), plan.size(), counts, PixelType.UNSIGNED_16);
    }

    Header headerOf(PlannedFrame frame) {
        return FrameHeader.of(plan, frame);
    }

    static Path write(Path folder, String name, List<OutputHdu> hdus) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        FitsWriter.write(part, hdus);
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
