package dev.vigil.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a simulated telescope looks at, and through which optics. */
public enum Fields {
    /** Fields of made stars, wherever the night's zenith is. */
    MADE(Optics.USUAL) {
        @Override
        public boolean isSeenBy(Instrument instrument, int size) {
            return true;
        }

        @Override
        String nameOf(NightPlan plan, int field) {
            return String.valueOf(field);
        }

        @Override
        TangentPlane.Place centre(NightPlan plan, int field) {
            return MadeSky.centre(plan, field);
        }

        @Override
        List<Stars.Placed> realStars(TangentPlane centre, double radius) {
            return List.of();
        }

        @Override
        List<String> table(NightPlan plan, List<PlannedFrame> frames) {
            return new KnownStars(plan, frames).lines();
        }

        @Override
        public NightCatalogue catalogue(NightPlan plan) {
            return NightCatalogue.ofMadeStars(plan);
        }
    },

    /** Fields of real stars of Tycho-2 among made ones that are fainter than nearly all, through a lens that sees enough of them. */
    TYCHO2(Optics.WIDE) {
        @Override
        public boolean isSeenBy(Instrument instrument, int size) {
            return instrument instanceof GenericInstrument && size >= FEWEST_PIXELS && size <= MOST_PIXELS;
        }

        @Override
        String nameOf(NightPlan plan, int field) {
            return RealSky.field(plan, field).name();
        }

        @Override
        TangentPlane.Place centre(NightPlan plan, int field) {
            return RealSky.field(plan, field).centre();
        }

        @Override
        List<Stars.Placed> realStars(TangentPlane centre, double radius) {
            return RealSky.around(centre, radius);
        }

        @Override
        List<String> table(NightPlan plan, List<PlannedFrame> frames) {
            return RealSky.table();
        }

        @Override
        public NightCatalogue catalogue(NightPlan plan) {
            return NightCatalogue.TYCHO2;
        }
    };

    /** A smaller detector sees too few of the real stars. */
    private static final int FEWEST_PIXELS = 1024;

    /** The slice reaches half a degree from where the telescope looks; of such a detector only the corners reach farther. */
    private static final int MOST_PIXELS = 1400;

    private final Optics optics;

    Fields(Optics optics) {
        this.optics = optics;
    }

    /** Throws for a word that means none, saying which there are. */
    public static Fields named(String word) {
        return Arrays.stream(values())
                .filter(fields -> fields.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word
                        + "' is nothing that a telescope looks at; there are "
                        + Arrays.stream(values()).map(Fields::word).collect(Collectors.joining(", "))));
    }

    /** The fields on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an instrument whose detectors have so many pixels each way sees enough of their stars, and little beyond. */
    public abstract boolean isSeenBy(Instrument instrument, int size);

    Optics optics() {
        return optics;
    }

    /** What a field is called in a night, which counts them from 1; in a night of a unit the same name has the same stars. */
    abstract String nameOf(NightPlan plan, int field);

    /** Where the telescope looks when it looks at a field of a night. */
    abstract TangentPlane.Place centre(NightPlan plan, int field);

    /** The stars around a place that are there without being made. */
    abstract List<Stars.Placed> realStars(TangentPlane centre, double radius);

    /** The table of what a catalogue knows of a night's stars, its heads first. */
    abstract List<String> table(NightPlan plan, List<PlannedFrame> frames);

    /** What that table does not say of itself. */
    public abstract NightCatalogue catalogue(NightPlan plan);

    void requireSeenBy(Instrument instrument, int size) {
        if (!isSeenBy(instrument, size)) {
            throw new IllegalArgumentException("fields " + word()
                    + " are seen by the instrument generic with a size of "
                    + FEWEST_PIXELS + " to " + MOST_PIXELS + " pixels only, and this is " + instrument.name() + " with "
                    + size + "; choose such a size, or the fields " + MADE.word());
        }
    }
}
