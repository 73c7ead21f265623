package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses a master for a need: the nearest in time that fits; but while the night's own set is on its way, that is waited for.
 * One that is not good is taken only where no good one fits, for a frame without any would wait.
 *
 * @param wanted what the master must fit
 * @param need the need
 * @param built masters of the unit and kind, near in time
 * @param sets calibration sets of the unit, kind and night
 */
public record MasterChoice(Wanted wanted, MasterNeed need, List<MasterBuilt> built, List<CalibrationSet> sets) {
    /** The good before all others; then whole days, so that within a night the dark of the same exposure time is taken; then the nearest; then by name. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Boolean>comparing(
                    candidate -> !candidate.isGood())
            .thenComparingLong(candidate -> candidate.age().toDays())
            .thenComparingDouble(Candidate::scale)
            .thenComparing(Candidate::age)
            .thenComparing(candidate -> candidate.master().master().value());

    public MasterChoice {
        built = List.copyOf(built);
        sets = List.copyOf(sets);
    }

    /** Every candidate, the best first, with what speaks against it. */
    public List<Candidate> candidates() {
        Map<String, Integer> newest = newest(built.stream());
        Map<String, Integer> newestGood = newest(built.stream().filter(MasterChoice::isGood));
        return built.stream()
                .map(master -> candidate(master, (isGood(master) ? newestGood : newest).get(master.set())))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** One of which no check could be made is. */
    static boolean isGood(MasterBuilt master) {
        return master.good().orElse(true);
    }

    private static Map<String, Integer> newest(Stream<MasterBuilt> masters) {
        return masters.collect(Collectors.toMap(MasterBuilt::set, MasterBuilt::version, Math::max));
    }

    private Candidate candidate(MasterBuilt master, int newestOfSet) {
        Duration age = Duration.between(master.middle(), wanted.time()).abs();
        List<String> objections = new java.util.ArrayList<>(
                Agreement.objections(wanted, need, master.configuration(), master.filter(), master.exposureTime()));
        if (age.compareTo(need.maximumAge()) > 0) {
            objections.add("it is " + age.toHours() + " hours away, more than "
                    + need.maximumAge().toHours());
        }
        if (master.version() < newestOfSet) {
            objections.add("version " + newestOfSet + " of its set is newer");
        }
        return new Candidate(master, age, scale(master.exposureTime()), objections);
    }

    /** What the need comes to. */
    public Choice choose() {
        Optional<Candidate> best =
                candidates().stream().filter(Candidate::serves).findFirst();
        Optional<CalibrationSet> awaited = best(CalibrationSet::isInProgress);
        if (awaited.isPresent()
                && best.filter(found -> isAsGood(found, awaited.get())).isEmpty()) {
            return new Choice.WaitFor(awaited.get());
        }
        return best.<Choice>map(found -> new Choice.Use(found.master())).orElseGet(() -> new Choice.None(why()));
    }

    /** A good master of the same night, of another set, that need not be scaled more. */
    private boolean isAsGood(Candidate found, CalibrationSet awaited) {
        return found.isGood()
                && SetKey.nightName(found.master().night()).equals(wanted.night())
                && !found.master().set().equals(awaited.key().name())
                && found.scale() <= scale(awaited.exposureTime());
    }

    private Optional<CalibrationSet> best(java.util.function.Predicate<CalibrationSet> condition) {
        Function<CalibrationSet, Double> scale = set -> scale(set.exposureTime());
        return sets.stream()
                .filter(condition)
                .filter(set -> objections(set).isEmpty())
                .min(Comparator.comparing(scale).thenComparing(set -> set.key().name()));
    }

    private List<String> objections(CalibrationSet set) {
        return Agreement.objections(wanted, need, set.configuration(), set.filter(), set.exposureTime());
    }

    private double scale(Optional<Duration> has) {
        return need.kind() == MasterKind.DARK ? Agreement.scale(wanted.exposureTime(), has) : 1;
    }

    /** A master as a task names it, for what was exposed at a time. */
    public static ChosenMaster chosen(MasterBuilt master, StoredFile file, Instant time) {
        return new ChosenMaster(
                master.master(),
                master.kind(),
                file,
                master.exposureTime(),
                Duration.between(master.middle(), time).abs());
    }

    private String why() {
        String kind = need.kind().name().toLowerCase(Locale.ROOT);
        Optional<CalibrationSet> own = best(set -> true);
        if (own.isPresent()) {
            return own.get().title() + ": " + own.get().state(Tally.EMPTY);
        }
        return candidates().stream()
                .findFirst()
                .map(nearest -> "the nearest " + kind + " is "
                        + nearest.master().master() + ", but " + String.join("; ", nearest.objections()))
                .orElse("no " + kind + " was built within " + need.maximumAge().toHours() + " hours, and none of night "
                        + wanted.night() + " was announced");
    }
}
