package dev.vigil.bench;

import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A simulated night that lies ready, written and closed, on the disk of the incoming folder, so that a frame comes by
 * being renamed.
 */
record StagedNight(SimulatedNight night, Path staging) {

    /** Writes all frames, and says how many are done. */
    static StagedNight write(NightPlan plan, Path staging, LongConsumer done) throws IOException {
        StagedNight staged = new StagedNight(SimulatedNight.of(plan), staging);
        Files.createDirectories(staged.folder());
        long count = 0;
        for (PlannedFrame frame : staged.night.frames()) {
            staged.night.write(frame, staged.folder());
            done.accept(++count);
        }
        return staged;
    }

    NightPlan plan() {
        return night.plan();
    }

    Path folder() {
        return night.folderIn(staging);
    }

    List<PlannedFrame> calibrations() {
        return night.frames().stream()
                .filter(frame -> frame.kind() != FrameKind.SCIENCE)
                .toList();
    }

    List<PlannedFrame> science() {
        return night.frames().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                .toList();
    }

    /** Lets a frame come in; returns when it did. */
    Instant deliver(PlannedFrame frame, Path incoming) throws IOException {
        Path target = night.folderIn(incoming).resolve(frame.name());
        Instant now = Instant.now();
        Files.move(folder().resolve(frame.name()), target, StandardCopyOption.ATOMIC_MOVE);
        return now;
    }

    /** What the ledger calls a frame. */
    String idOf(PlannedFrame frame) {
        return plan().unit() + "/" + plan().night() + "/" + frame.name();
    }
}
