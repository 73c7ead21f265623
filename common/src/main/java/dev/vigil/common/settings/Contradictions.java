package dev.vigil.common.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Settings that are well said each, and do not go together. */
final class Contradictions {
    private static final String LOSSY = "lossy";
    private static final String KEPT = "kept";

    private final Config.Reader in;
    private final PerUnit<CopyPlace> copies;
    private final PerUnit<IngestNews> ingested;

    private Contradictions(Config.Reader in) {
        this.in = in;
        this.copies = PerUnit.from(in, Settings.MONITOR_COPIES);
        this.ingested = PerUnit.from(in, Settings.MONITOR_INGESTED);
    }

    /** All of them, in sentences. */
    static List<String> of(Config.Reader in) {
        Contradictions of = new Contradictions(in);
        Set<String> units = new TreeSet<>(in.units());
        units.add("");
        return units.stream().flatMap(of::unit).toList();
    }

    /** What is said of one unit, or, of a unit without a name, of all. */
    private Stream<String> unit(String unit) {
        return Stream.concat(monitored(unit), originals(unit));
    }

    /** Of what is kept with loss, the telescope's own files are the only exact copies. */
    private Stream<String> originals(String unit) {
        boolean isLossy =
                PerUnit.ofMoved(in, Settings.PRODUCER_PACKAGING).of(unit).equals(LOSSY);
        boolean isKept = PerUnit.from(in, Settings.PRODUCER_ORIGINALS).of(unit).equals(KEPT);
        boolean isReleased =
                !PerUnit.ofMoved(in, Settings.PRODUCER_RELEASE_AFTER).of(unit).isZero();
        if (isLossy && !isKept) {
            return Stream.of(
                    named(Settings.PRODUCER_PACKAGING, unit) + " is lossy, so the archive will not have the exact"
                            + " files, and " + named(Settings.PRODUCER_ORIGINALS, unit)
                            + " does not say kept: say so if the telescope's own files stay for ever, or set another packaging");
        }
        return isKept && isReleased
                ? Stream.of(named(Settings.PRODUCER_ORIGINALS, unit) + " says that the telescope's files are kept, and "
                        + named(Settings.PRODUCER_RELEASE_AFTER, unit) + " says after which time they may be deleted")
                : Stream.empty();
    }

    private Stream<String> monitored(String unit) {
        boolean isMonitored = copies.of(unit).isNamed();
        boolean isIngested = ingested.of(unit).way() != IngestNews.Way.NONE;
        if (!isMonitored) {
            return isIngested
                    ? Stream.of(
                            named(Settings.MONITOR_INGESTED, unit) + " says what shows that other software has a file,"
                                    + " and " + named(Settings.MONITOR_COPIES, unit) + " does not say where it puts it")
                    : Stream.empty();
        }
        return Stream.concat(
                forMoved(Settings.PRODUCER_PACKAGING, unit), forMoved(Settings.PRODUCER_RELEASE_AFTER, unit));
    }

    /** What is set for all units is not meant for one whose files other software moves; what is set for that one, or where it moves all, is. */
    private <T> Stream<String> forMoved(Setting<T> setting, String unit) {
        Setting<T> own = unit.isEmpty() ? setting : setting.of(unit);
        if (in.given(own).filter(value -> !value.equals(setting.standard())).isEmpty()) {
            return Stream.empty();
        }
        String what = own.name() + " is for files that Vigil moves, and " + named(Settings.MONITOR_COPIES, unit);
        return Stream.of(
                unit.isEmpty()
                        ? what + " leaves those of all units to other software: set it only for units whose files Vigil"
                                + " moves, as " + setting.of("UNIT").name()
                        : what + " leaves those of " + unit + " to other software: take one of the two out");
    }

    private String named(Setting<?> setting, String unit) {
        return unit.isEmpty() || in.given(setting.of(unit)).isEmpty()
                ? setting.name()
                : setting.of(unit).name();
    }
}
