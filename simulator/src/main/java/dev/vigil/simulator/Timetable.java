package dev.vigil.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** When each frame of a night is taken: calibrations in the afternoon, the sky from dusk to dawn. */
final class Timetable {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    /** Hours of UTC at the site's longitude; its noon is at 16:43. */
    private static final LocalTime AFTERNOON = LocalTime.of(18, 0);

    private static final LocalTime SHUTTER_CLOSED = LocalTime.of(19, 0);
    private static final LocalTime LAMPS = LocalTime.of(22, 0);
    private static final LocalTime DUSK = LocalTime.of(0, 30);
    private static final Duration READING = Duration.ofHours(1);
    private static final Duration CLOSED = Duration.ofHours(3);
    private static final Duration LAMPS_ON = Duration.ofHours(2);
    private static final Duration DARKNESS = Duration.ofMinutes(510);

    private static final double LONGEST_EXPOSURE = 30;
    private static final double SHORTEST_EXPOSURE = 0.5;
    private static final double FLAT_EXPOSURE = 3;
    private static final double READOUT = 4;
    private static final int FRAMES_PER_FIELD = 5;

    private final NightPlan plan;
    private final List<PlannedFrame> frames = new ArrayList<>();

    private Timetable(NightPlan plan) {
        this.plan = plan;
    }

    static List<PlannedFrame> of(NightPlan plan) {
        return List.copyOf(new Timetable(plan).frames());
    }

    /** When the first frame of a field is taken. */
    static Instant startOfField(NightPlan plan, int field) {
        Timetable table = new Timetable(plan);
        return after(table.dusk(), (field - 1) * FRAMES_PER_FIELD * table.skyPace());
    }

    private Instant dusk() {
        return plan.night().plusDays(1).atTime(DUSK).toInstant(ZoneOffset.UTC);
    }

    private double skyPace() {
        return pace(DARKNESS, plan.science(), exposure() + READOUT);
    }

    private List<PlannedFrame> frames() {
        add(FrameKind.BIAS, plan.bias(), onTheDay(AFTERNOON), pace(READING, plan.bias(), READOUT), 0);
        double closed = pace(CLOSED, plan.dark(), exposure() + READOUT);
        add(FrameKind.DARK, plan.dark(), onTheDay(SHUTTER_CLOSED), closed, exposure());
        double lit = pace(LAMPS_ON, plan.flat(), FLAT_EXPOSURE + READOUT);
        add(FrameKind.FLAT, plan.flat(), onTheDay(LAMPS), lit, Math.min(FLAT_EXPOSURE, lit));
        add(FrameKind.SCIENCE, plan.science(), dusk(), skyPace(), exposure());
        return frames;
    }

    private Instant onTheDay(LocalTime time) {
        return plan.night().atTime(time).toInstant(ZoneOffset.UTC);
    }

    /** Of science and dark frames alike; shorter where many must find room in one night. */
    private double exposure() {
        double room = Math.min(room(DARKNESS, plan.science()), room(CLOSED, plan.dark()));
        return Math.floor(Math.max(SHORTEST_EXPOSURE, Math.min(LONGEST_EXPOSURE, room)) * 10) / 10;
    }

    private static double room(Duration available, int count) {
        return (double) available.toSeconds() / Math.max(1, count) - READOUT;
    }

    /** Seconds from one start to the next. */
    private static double pace(Duration available, int count, double wanted) {
        return Math.min(wanted, (double) available.toSeconds() / Math.max(1, count));
    }

    private void add(FrameKind kind, int count, Instant begin, double pace, double exposure) {
        for (int i = 0; i < count; i++) {
            int field = kind == FrameKind.SCIENCE ? 1 + i / FRAMES_PER_FIELD : 0;
            String filter = kind == FrameKind.FLAT || kind == FrameKind.SCIENCE ? plan.filter() : "";
            add(kind, after(begin, i * pace), exposure, filter, field);
        }
    }

    private void add(FrameKind kind, Instant start, double exposure, String filter, int field) {
        int number = frames.size() + 1;
        frames.add(new PlannedFrame(nameOf(kind, number, start), kind, number, start, exposure, filter, field));
    }

    private String nameOf(FrameKind kind, int number, Instant start) {
        return "%s_%s_%s_%04d.fits".formatted(plan.unit(), IN_NAMES.format(start), kind.word(), number);
    }

    private static Instant after(Instant begin, double seconds) {
        return begin.plusMillis(Math.round(seconds * 1000));
    }
}
