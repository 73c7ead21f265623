package dev.vigil.simulator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a simulated night shall hold; the same plan gives the same bytes.
 *
 * @param size width and height of a detector in pixels, as far as the instrument leaves them equal
 * @param seed everything random follows from it
 * @param detectors how many the instrument has this night
 * @param flaws how many files each flaw befalls
 * @param quirks what its cameras do beside counting light
 * @param fields what it looks at
 */
public record NightPlan(
        String unit,
        LocalDate night,
        int bias,
        int dark,
        int flat,
        int science,
        int size,
        String filter,
        long seed,
        Instrument instrument,
        int detectors,
        Map<Flaw, Integer> flaws,
        Quirks quirks,
        Fields fields) {
    /** Below this no overscan, flat field and star has room. */
    public static final int SMALLEST = 64;

    private static final int LARGEST = 16384;
    private static final int MOST_FRAMES = 100_000;

    public NightPlan {
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(quirks, "quirks");
        Objects.requireNonNull(fields, "fields");
        if (!unit.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + unit + "' is no name for a unit: letters, digits, . _ -");
        }
        if (!filter.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("'" + filter + "' is no name for a filter: letters, digits and -");
        }
        requireBetween("size", size, instrument.smallest(), LARGEST);
        fields.requireSeenBy(instrument, size);
        requireBetween("number of detectors", detectors, 1, instrument.mostDetectors());
        if (Math.min(Math.min(bias, dark), Math.min(flat, science)) < 0) {
            throw new IllegalArgumentException("a night cannot have fewer than no frames of a kind");
        }
        long frames = (long) bias + dark + flat + science;
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException("a night of " + frames + " frames: it must be 1 to " + MOST_FRAMES);
        }
        flaws = checked(instrument, flaws);
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not between " + least + " and " + most);
        }
    }

    private static Map<Flaw, Integer> checked(Instrument instrument, Map<Flaw, Integer> flaws) {
        Map<Flaw, Integer> ordered = new EnumMap<>(Flaw.class);
        flaws.forEach((flaw, count) -> {
            if (count < 1 || !instrument.suffers(flaw)) {
                throw new IllegalArgumentException(
                        "a night of " + instrument.name() + " cannot have " + count + " of the flaw " + flaw.word());
            }
            ordered.put(flaw, count);
        });
        return Collections.unmodifiableMap(ordered);
    }

    /** The night of the demo: 10 bias, 6 dark, 6 flat and 20 science frames of 1024 by 1024. */
    public static NightPlan of(LocalDate night) {
        return of(new GenericInstrument(), night);
    }

    /** As many frames as in the demo, as an instrument takes them. */
    public static NightPlan of(Instrument instrument, LocalDate night) {
        return new NightPlan(
                instrument.unit(),
                night,
                10,
                6,
                6,
                20,
                instrument.size(),
                instrument.filter(),
                1,
                instrument,
                instrument.detectors(),
                Map.of(),
                Quirks.NONE,
                Fields.MADE);
    }

    /** Exposures of the four common kinds; an instrument may make several files of one, take others, or no darks. */
    public int frames() {
        return bias + dark + flat + science;
    }

    public NightPlan withUnit(String other) {
        return with(parts -> parts.unit = other);
    }

    public NightPlan withFrames(int newBias, int newDark, int newFlat, int newScience) {
        return with(parts -> {
            parts.bias = newBias;
            parts.dark = newDark;
            parts.flat = newFlat;
            parts.science = newScience;
        });
    }

    /** So many frames in the demo's proportions, but at least three of each calibration: fewer make no master. */
    public NightPlan withFrames(int total) {
        int newBias = Math.max(3, total * 10 / 42);
        int newDark = Math.max(3, total * 6 / 42);
        int newFlat = Math.max(3, total * 6 / 42);
        int newScience = total - newBias - newDark - newFlat;
        if (newScience < 1) {
            throw new IllegalArgumentException(total + " frames are too few: three bias, three dark, three flat and one"
                    + " science frame are the least");
        }
        return withFrames(newBias, newDark, newFlat, newScience);
    }

    public NightPlan withSize(int other) {
        return with(parts -> parts.size = other);
    }

    public NightPlan withFilter(String other) {
        return with(parts -> parts.filter = other);
    }

    public NightPlan withSeed(long other) {
        return with(parts -> parts.seed = other);
    }

    public NightPlan withDetectors(int other) {
        return with(parts -> parts.detectors = other);
    }

    public NightPlan withFlaws(Map<Flaw, Integer> others) {
        return with(parts -> parts.flaws = others);
    }

    public NightPlan withQuirks(Quirks others) {
        return with(parts -> parts.quirks = others);
    }

    /** The same telescope with other optics, looking elsewhere. */
    public NightPlan withFields(Fields others) {
        return with(parts -> parts.fields = others);
    }

    private NightPlan with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.plan();
    }

    /** What a plan is put together from, while some of it is being exchanged. */
    private static final class Parts {
        private final LocalDate night;
        private final Instrument instrument;
        private String unit;
        private int bias;
        private int dark;
        private int flat;
        private int science;
        private int size;
        private String filter;
        private long seed;
        private int detectors;
        private Map<Flaw, Integer> flaws;
        private Quirks quirks;
        private Fields fields;

        Parts(NightPlan plan) {
            night = plan.night;
            instrument = plan.instrument;
            unit = plan.unit;
            bias = plan.bias;
            dark = plan.dark;
            flat = plan.flat;
            science = plan.science;
            size = plan.size;
            filter = plan.filter;
            seed = plan.seed;
            detectors = plan.detectors;
            flaws = plan.flaws;
            quirks = plan.quirks;
            fields = plan.fields;
        }

        NightPlan plan() {
            return new NightPlan(
                    unit,
                    night,
                    bias,
                    dark,
                    flat,
                    science,
                    size,
                    filter,
                    seed,
                    instrument,
                    detectors,
                    flaws,
                    quirks,
                    fields);
        }
    }
}
