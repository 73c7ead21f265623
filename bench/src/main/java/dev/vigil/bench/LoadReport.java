package dev.vigil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.vigil.cli.terminal.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a load night has measured. */
record LoadReport(
        Machine machine,
        int frames,
        int size,
        double readySeconds,
        Floor floor,
        Burst burst,
        Paced paced,
        Burst again,
        Idle idle,
        GcLog floorHeap,
        GcLog heap) {
    private static final double MIB = 1 << 20;
    private static final double FRAMES_PER_SECOND = 60;
    private static final double LATENCY = 2;
    private static final double TIMES_THE_FLOOR = 4;
    private static final double IDLE_PERCENT = 10;
    private static final double IDLE_MIB = 1200e6 / MIB;
    private static final double READY = 15;

    /** Each figure beside its aim and beside the floor. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.alone("ready after", "s", readySeconds).below(READY));
        addThroughput(figures);
        addLatency(figures);
        addMemory(figures);
        figures.add(Figure.alone("idle, share of a core", "%", 100 * idle.shareOfCore())
                .below(IDLE_PERCENT));
        figures.add(Figure.alone(
                        "idle, resident, PostgreSQL too", "MiB", idle.memory().sum() / MIB)
                .below(IDLE_MIB));
        return List.copyOf(figures);
    }

    private void addThroughput(List<Figure> figures) {
        figures.add(Figure.of("all at once", "frames/s", floor.framesPerSecond(), burst.framesPerSecond())
                .atLeast(FRAMES_PER_SECOND));
        double floorCpu = floor.cpu().millisPerFrame(floor.frames());
        double cpu = burst.cpu().millisPerFrame(burst.frames());
        figures.add(Figure.of("CPU per frame", "ms", floorCpu, cpu));
        figures.add(Figure.of(
                "  of it PostgreSQL",
                "ms",
                1000 * floor.cpu().postgres() / floor.frames(),
                1000 * burst.cpu().postgres() / burst.frames()));
        figures.add(Figure.of("CPU, times the floor's", "x", 1, cpu / floorCpu).below(TIMES_THE_FLOOR));
        figures.add(Figure.alone("a later night all at once", "frames/s", again.framesPerSecond())
                .atLeast(FRAMES_PER_SECOND));
        figures.add(Figure.alone("  CPU per frame", "ms", again.cpu().millisPerFrame(again.frames())));
    }

    private void addLatency(List<Figure> figures) {
        String pace = " at %.1f frames/s".formatted(paced.framesPerSecond());
        figures.add(Figure.of(
                "closed to recorded, p50" + pace,
                "s",
                floor.each().p50(),
                paced.latency().p50()));
        figures.add(Figure.of(
                        "closed to recorded, p95" + pace,
                        "s",
                        floor.each().p95(),
                        paced.latency().p95())
                .below(LATENCY));
        figures.add(Figure.of(
                "closed to recorded, p99" + pace,
                "s",
                floor.each().p99(),
                paced.latency().p99()));
    }

    private void addMemory(List<Figure> figures) {
        figures.add(Figure.of("most heap in use", "MiB", floorHeap.peak() / MIB, heap.peak() / MIB));
        figures.add(Figure.of("most heap live after collection", "MiB", floorHeap.live() / MIB, heap.live() / MIB));
        figures.add(Figure.of(
                "most resident, Java",
                "MiB",
                floor.memory().java() / MIB,
                burst.memory().java() / MIB));
        figures.add(Figure.of(
                "most resident, PostgreSQL",
                "MiB",
                floor.memory().postgres() / MIB,
                burst.memory().postgres() / MIB));
    }

    boolean isMissed() {
        return figures().stream().anyMatch(Figure::isMissed);
    }

    List<String> lines() {
        Table table = new Table("figure", "plain loop", "all-in-one", "unit", "aim", "");
        figures().forEach(figure -> table.row(figure.cells()));
        List<String> lines = new ArrayList<>(machine.lines());
        lines.add("%d frames of %d x %d, all at once, paced, and all at once again".formatted(frames, size, size));
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }

    void write(Path file) throws IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }
}
