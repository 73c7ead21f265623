package dev.vigil.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** When each frame of a night is taken: calibrations in the afternoon, the sky from dusk to dawn. */
final class Timetable {
    /** Hours of UTC at the generic site's longitude; its noon is at 16:43. */
    private static final LocalTime AFTERNOON = LocalTime.of(18, 0);

    private static final LocalTime SHUTTER_CLOSED = LocalTime.of(19, 0);
    private static final LocalTime LAMPS = LocalTime.of(22, 0);
    private static final LocalTime DUSK = LocalTime.of(0, 30);
    private static final Duration READING = Duration.ofHours(1);
    private static final Duration CLOSED = Duration.ofHours(3);
    private static final Duration LAMPS_ON = Duration.ofHours(2);
    private static final Duration BEFORE_DUSK = Duration.ofMinutes(25);
    private static final Duration DARKNESS = Duration.ofMinutes(510);

    private static final double LONGEST_EXPOSURE = 30;
    private static final double SHORTEST_EXPOSURE = 0.5;
    private static final double FLAT_EXPOSURE = 3;
    private static final double TRIAL_EXPOSURE = 5;
    private static final double READOUT = 4;
    private static final int FRAMES_PER_FIELD = 5;

    private final NightPlan plan;
    private final Instrument instrument;
    private final List<PlannedFrame> frames = new ArrayList<>();
    private int exposures;

    private Timetable(NightPlan plan) {
        this.plan = plan;
        this.instrument = plan.instrument();
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
        return onTheDay(DUSK).plus(Duration.ofDays(1));
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
        trials();
        add(FrameKind.SCIENCE, plan.science(), dusk(), skyPace(), exposure());
        return frames;
    }

    /** What is taken to try, to focus and to point, one after the other before dusk. */
    private void trials() {
        List<FrameKind> kinds = new ArrayList<>(instrument.alsoTakes());
        plan.flaws()
                .forEach(
                        (flaw, count) -> flaw.adds().ifPresent(kind -> kinds.addAll(Collections.nCopies(count, kind))));
        double pace = pace(BEFORE_DUSK, kinds.size(), TRIAL_EXPOSURE + READOUT);
        for (int i = 0; i < kinds.size(); i++) {
            Instant begin = after(dusk().minus(BEFORE_DUSK), i * pace);
            add(kinds.get(i), 1, begin, pace, Math.min(TRIAL_EXPOSURE, pace));
        }
    }

    private Instant onTheDay(LocalTime time) {
        return plan.night().atTime(time).toInstant(ZoneOffset.UTC).plus(instrument.later());
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
        for (int i = 0; i < count && instrument.takes(kind); i++) {
            int field = kind.seesSky() ? 1 + i / FRAMES_PER_FIELD : 0;
            addParts(kind, ++exposures, after(begin, i * pace), exposure, field);
        }
    }

    private void addParts(FrameKind kind, int number, Instant start, double exposure, int field) {
        String filter = instrument.filterFor(plan, kind);
        for (int part = 1; part <= instrument.parts(plan, kind); part++) {
            PlannedFrame frame = new PlannedFrame(
                    "", "", kind, number, part, start, exposure, exposure, filter, field, Optional.empty());
            frames.add(frame.at(instrument.folderOf(plan, frame), instrument.nameOf(plan, frame)));
        }
    }

    private static Instant after(Instant begin, double seconds) {
        return begin.plusMillis(Math.round(seconds * 1000));
    }
}
