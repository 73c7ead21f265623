package dev.vigil.common.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Settings that are well said each, and do not go together. */
final class Contradictions {
    private static final String LOSSY = "lossy";
    private static final String KEPT = "kept";

    private final Config.Reader in;

    private Contradictions(Config.Reader in) {
        this.in = in;
    }

    /** All of them that can be told by the values that are right, in sentences. */
    static List<String> of(Config.Reader in) {
        Contradictions of = new Contradictions(in);
        Set<String> units = new TreeSet<>(in.units());
        units.add("");
        return Stream.concat(Companions.of(in), units.stream().flatMap(of::unit))
                .distinct()
                .toList();
    }

    /** What is said of one unit, or, of a unit without a name, of all. */
    private Stream<String> unit(String unit) {
        return Stream.<Function<String, Optional<String>>>of(
                        this::ingestedFromNowhere,
                        each -> forMoved(Settings.PRODUCER_PACKAGING, each),
                        each -> forMoved(Settings.PRODUCER_RELEASE_AFTER, each),
                        this::lossyAndNotKept,
                        this::keptAndReleased)
                .flatMap(rule -> told(() -> rule.apply(unit)));
    }

    /** A value that is no such value says nothing that others could speak against; it is a mistake of its own. */
    static Stream<String> told(Supplier<Optional<String>> rule) {
        try {
            return rule.get().stream();
        } catch (IllegalArgumentException wrongByItself) {
            return Stream.empty();
        }
    }

    /** Of what is kept with loss, the telescope's own files are the only exact copies. */
    private Optional<String> lossyAndNotKept(String unit) {
        return ofMoved(Settings.PRODUCER_PACKAGING, unit).equals(LOSSY) && !isKept(unit)
                ? Optional.of(
                        named(Settings.PRODUCER_PACKAGING, unit)
                                + " is lossy, so the archive will not have the exact files, and "
                                + named(Settings.PRODUCER_ORIGINALS, unit)
                                + " does not say kept: say so if the telescope's own files stay for ever, or set another packaging")
                : Optional.empty();
    }

    private Optional<String> keptAndReleased(String unit) {
        return isKept(unit) && !ofMoved(Settings.PRODUCER_RELEASE_AFTER, unit).isZero()
                ? Optional.of(named(Settings.PRODUCER_ORIGINALS, unit)
                        + " says that the telescope's files are kept, and "
                        + named(Settings.PRODUCER_RELEASE_AFTER, unit) + " says after which time they may be deleted")
                : Optional.empty();
    }

    private boolean isKept(String unit) {
        return of(Settings.PRODUCER_ORIGINALS, unit).equals(KEPT);
    }

    private Optional<String> ingestedFromNowhere(String unit) {
        return of(Settings.MONITOR_INGESTED, unit).way() != IngestNews.Way.NONE && !isMonitored(unit)
                ? Optional.of(named(Settings.MONITOR_INGESTED, unit)
                        + " says what shows that other software has a file, and "
                        + named(Settings.MONITOR_COPIES, unit) + " does not say where it puts it")
                : Optional.empty();
    }

    private boolean isMonitored(String unit) {
        return of(Settings.MONITOR_COPIES, unit).isNamed();
    }

    /** What is set for all units is not meant for one whose files other software moves; what is set for that one, or where it moves all, is. */
    private <T> Optional<String> forMoved(Setting<T> setting, String unit) {
        Setting<T> own = unit.isEmpty() ? setting : setting.of(unit);
        if (in.given(own).filter(value -> !value.equals(setting.standard())).isEmpty() || !isMonitored(unit)) {
            return Optional.empty();
        }
        String what = own.name() + " is for files that Vigil moves, and " + named(Settings.MONITOR_COPIES, unit);
        return Optional.of(
                unit.isEmpty()
                        ? what + " leaves those of all units to other software: set it only for units whose files Vigil"
                                + " moves, as " + setting.of("UNIT").name()
                        : what + " leaves those of " + unit + " to other software: take one of the two out");
    }

    /** No more is read than the unit's value needs: another one may be wrong. */
    private <T> T of(Setting<T> setting, String unit) {
        return own(setting, unit).orElseGet(() -> in.get(setting));
    }

    private <T> T ofMoved(Setting<T> setting, String unit) {
        return own(setting, unit).orElseGet(() -> isMonitored(unit) ? setting.standard() : in.get(setting));
    }

    private <T> Optional<T> own(Setting<T> setting, String unit) {
        return unit.isEmpty() ? Optional.empty() : in.given(setting.of(unit));
    }

    private String named(Setting<?> setting, String unit) {
        return own(setting, unit).isEmpty() ? setting.name() : setting.of(unit).name();
    }
}
