package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices a frame that began before one of a lower number in its night. Frames may come in any order, so which of the two is wrong is told
 * only where the numbers around them tell it. A wrong one is not held against others.
 */
final class NumberOrder {
    private static final int NIGHTS = 16;
    /** So many numbers on each side are asked. */
    private static final int AROUND = 3;
    /** Cameras round. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Map<LocalDate, Night> nights = new LinkedHashMap<>(NIGHTS, 0.75f, true);

    /** A frame, as far as it matters here. */
    record Seen(String path, String exposure, Instant start) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** What is odd about a frame. */
    record Odd(Flag flag, String words, Optional<UnitClock.Afterthought> other) {
        Odd(Flag flag, String words) {
            this(flag, words, Optional.empty());
        }
    }

    void learn(LocalDate night, long number, Seen seen, boolean isDoubted) {
        Known known = new Known(number, seen);
        known.isDoubted = isDoubted;
        night(night).known.put(number, known);
    }

    Optional<Odd> see(LocalDate night, long number, Seen seen) {
        return night(night).see(number, seen);
    }

    private Night night(LocalDate date) {
        Night night = nights.computeIfAbsent(date, any -> new Night());
        if (nights.size() > NIGHTS) {
            nights.remove(nights.keySet().iterator().next());
        }
        return night;
    }

    private static String amount(Duration later) {
        return Amount.of(later) + (later.isNegative() ? " before " : " after ");
    }

    /** A number that was seen. */
    private static final class Known {
        private final long number;
        private final Seen seen;
        private boolean isDoubted;

        Known(long number, Seen seen) {
            this.number = number;
            this.seen = seen;
        }

        boolean agreesWith(Known other) {
            Known lower = number < other.number ? this : other;
            Known higher = lower == this ? other : this;
            return !lower.seen.start().isAfter(higher.seen.start().plus(SLACK));
        }

        Duration from(Known other) {
            return Duration.between(other.seen.start(), seen.start());
        }

        /** The least time for each number between it and others. */
        double secondsForEachTo(List<Known> others) {
            return others.stream()
                    .mapToDouble(other -> (double) from(other).abs().toSeconds() / Math.abs(number - other.number))
                    .min()
                    .orElse(0);
        }

        /** How far it is from another that it does not agree with. */
        String words(Known other) {
            return amount(from(other)) + other.seen.name() + ", whose number is "
                    + (number > other.number ? "lower" : "higher");
        }
    }

    /** The numbers of one night. */
    private static final class Night {
        private final NavigableMap<Long, Known> known = new TreeMap<>();
        private boolean isUseless;

        Optional<Odd> see(long number, Seen seen) {
            Known now = new Known(number, seen);
            Known same = known.get(number);
            if (isUseless) {
                return Optional.empty();
            }
            if (same != null && !same.isDoubted && !same.seen.path().equals(seen.path())) {
                return again(now, same);
            }
            known.put(number, now);
            List<Known> around = around(number);
            List<Known> against =
                    around.stream().filter(other -> !other.agreesWith(now)).toList();
            if (against.isEmpty()) {
                return Optional.empty();
            }
            return isOther(against, now, around) ? doubt(against.get(0), now) : doubt(now, against);
        }

        /** Exposures follow each other at some pace: of two that do not agree, the one far off the pace of the others is wrong. */
        private static boolean isOther(List<Known> against, Known now, List<Known> around) {
            List<Known> others =
                    around.stream().filter(each -> !against.contains(each)).toList();
            return against.size() == 1
                    && others.size() >= 2
                    && against.get(0).secondsForEachTo(others) > 2 * now.secondsForEachTo(others);
        }

        /** A number that two exposures have tells no order: then the whole night's do not. */
        private Optional<Odd> again(Known now, Known same) {
            if (now.from(same).abs().compareTo(SLACK) <= 0) {
                return Optional.empty();
            }
            if (!now.seen.exposure().equals(same.seen.exposure())) {
                isUseless = true;
                known.clear();
                return Optional.empty();
            }
            return Optional.of(new Odd(
                    Flag.START_OUT_OF_ORDER,
                    "by its header it began " + amount(now.from(same)) + same.seen.name()
                            + ", which is of the same exposure: one of the two has a wrong time"));
        }

        private Optional<Odd> doubt(Known other, Known now) {
            other.isDoubted = true;
            return Optional.of(new Odd(
                    Flag.NEIGHBOUR_OUT_OF_ORDER,
                    other.seen.name() + " began " + other.words(now) + "; by the numbers around them, the time of "
                            + other.seen.name() + " is wrong",
                    Optional.of(new UnitClock.Afterthought(
                            other.seen.path(),
                            Flag.START_OUT_OF_ORDER,
                            "by its header it began " + other.words(now)
                                    + "; by the numbers around them, it is this one's time that is wrong"))));
        }

        /** Two in a row that agree with each other show that the clock was set, and are doubted no longer. */
        private Optional<Odd> doubt(Known now, List<Known> against) {
            Optional<Known> fellow =
                    nearest(now.number).filter(other -> other.isDoubted).filter(other -> other.agreesWith(now));
            now.isDoubted = fellow.isEmpty();
            fellow.ifPresent(other -> other.isDoubted = false);
            return Optional.of(new Odd(
                    Flag.START_OUT_OF_ORDER,
                    "by its header it began " + now.words(against.get(0)) + ": one of the two has a wrong time"));
        }

        private Optional<Known> nearest(long number) {
            return Optional.ofNullable(known.lowerEntry(number))
                    .or(() -> Optional.ofNullable(known.higherEntry(number)))
                    .map(Map.Entry::getValue);
        }

        /** The nearest numbers on both sides of which nothing is doubted. */
        private List<Known> around(long number) {
            List<Known> around =
                    new ArrayList<>(trusted(known.headMap(number, false).descendingMap()));
            around.addAll(trusted(known.tailMap(number, false)));
            return around;
        }

        private static List<Known> trusted(NavigableMap<Long, Known> side) {
            return side.values().stream()
                    .filter(other -> !other.isDoubted)
                    .limit(AROUND)
                    .toList();
        }
    }
}
