package dev.vigil.scheduler.policy;

import dev.vigil.schemas.events.FailureCategory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** How often each kind of failure is tried again, and after which time. */
public final class Attempts {
    /** Attempts allowed where nothing is known yet. */
    public static final int USUAL = 5;

    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    /** What is not listed says something of the frame itself, which another attempt would not change. */
    private static final Map<FailureCategory, Integer> ALLOWED = Map.ofEntries(
            Map.entry(FailureCategory.DAMAGED, USUAL),
            Map.entry(FailureCategory.SOURCE_MISSING, USUAL),
            Map.entry(FailureCategory.VANISHED, USUAL),
            Map.entry(FailureCategory.UNREADABLE, USUAL),
            Map.entry(FailureCategory.DISK_FULL, USUAL),
            Map.entry(FailureCategory.PERMISSION_DENIED, USUAL),
            Map.entry(FailureCategory.NOT_WRITABLE, USUAL),
            Map.entry(FailureCategory.OTHER, 3),
            Map.entry(FailureCategory.SOFTWARE, 2),
            Map.entry(FailureCategory.GAVE_UP, 2));

    /** The next rest is so many times as long. */
    private static final int GROWTH = 4;

    private static final double LONGEST_REST = Math.pow(GROWTH, USUAL - 2);
    private static final double ALL_RESTS = (LONGEST_REST * GROWTH - 1) / (GROWTH - 1);

    private Attempts() {}

    /** Whether this says nothing of a frame, and would happen to the next one too: then nothing goes for a while. */
    public static boolean isOfArchive(FailureCategory category) {
        return category == FailureCategory.DISK_FULL || category == FailureCategory.NOT_WRITABLE;
    }

    /** How long nothing goes when the archive took nothing of somebody for so many times; all rests together are what patience allows. */
    public static Duration rest(int failures, Duration patience, String who) {
        double share = Math.min(LONGEST_REST, Math.pow(GROWTH, Math.max(failures, 1) - 1)) / ALL_RESTS;
        return scattered(Duration.ofMillis(Math.round(patience.toMillis() * share)), failures, who);
    }

    /** Attempts allowed when this went wrong. */
    public static int allowed(FailureCategory category) {
        return ALLOWED.getOrDefault(category, 1);
    }

    /** How long to wait before a copy that other software makes is looked for again, after so many looks. */
    public static Duration untilNextLook(int looks) {
        Duration wait = FIRST_LOOK.multipliedBy(Math.max(1, looks));
        return wait.compareTo(LONGEST_LOOK) < 0 ? wait : LONGEST_LOOK;
    }

    /** How long somebody waits when so many attempts have failed. */
    public static Duration backOff(int failures, String who) {
        return scattered(BACK_OFF.get(Math.min(Math.max(failures, 1), BACK_OFF.size()) - 1), failures, who);
    }

    /** A quarter more or less, so that many do not try at once; by the name, so that news that comes again decides the same. */
    private static Duration scattered(Duration pause, int failures, String who) {
        double factor = new SplittableRandom(31L * who.hashCode() + failures).nextDouble(0.75, 1.25);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
