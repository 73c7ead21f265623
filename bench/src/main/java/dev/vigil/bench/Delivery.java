package dev.vigil.bench;

import dev.vigil.simulator.PlannedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets staged frames come in, and remembers when each file was there and closed. */
final class Delivery {
    private final StagedNight night;
    private final Path incoming;
    private final Map<String, Instant> closed = new HashMap<>();

    Delivery(StagedNight night, Path incoming) throws IOException {
        this.night = night;
        this.incoming = incoming;
        Files.createDirectories(night.night().folderIn(incoming));
    }

    void atOnce(List<PlannedFrame> frames) throws IOException {
        for (PlannedFrame frame : frames) {
            deliver(frame);
        }
    }

    /** So many each second, by the clock: a late one is followed at once by the next. */
    void paced(List<PlannedFrame> frames, double perSecond) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < frames.size(); i++) {
            long due = start + Math.round(i * 1e9 / perSecond);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            deliver(frames.get(i));
        }
    }

    private void deliver(PlannedFrame frame) throws IOException {
        closed.put(night.idOf(frame), night.deliver(frame, incoming));
    }

    Instant first() {
        return closed.values().stream().min(Instant::compareTo).orElseThrow();
    }

    /** When each frame's file was closed, by the ledger's name of it. */
    Map<String, Instant> closed() {
        return Map.copyOf(closed);
    }
}
