package dev.vigil.producer.requests;

import dev.vigil.producer.listing.Backlog;
import dev.vigil.producer.listing.UnitScan;
import dev.vigil.producer.requests.AskedOfUs.Asked;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.NightRange;
import dev.vigil.schemas.events.RequestAnswered;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Does what people ask of the units' pasts: counts what was never taken, and from then on takes it. It belongs to the one thread that
 * decides; counting happens elsewhere.
 */
public final class Backfills implements AutoCloseable {
    private final Clock clock;
    private final Duration hung;
    private final Consumer<Runnable> mail;
    private final Consumer<RequestAnswered> answers;
    private final UnitsHere<UnitScan.Setup, Asked> units = new UnitsHere<>(this::take);
    private final List<Count> counts = new ArrayList<>();
    private final ExecutorService counters = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "producer-count");
        thread.setDaemon(true);
        return thread;
    });

    /** A count that is under way. */
    private record Count(UnitScan.Setup unit, Asked asked, Backlog backlog) {}

    /** A disk that says nothing for so long hangs. */
    public Backfills(Clock clock, Duration hung, Consumer<Runnable> mail, Consumer<RequestAnswered> answers) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.hung = Objects.requireNonNull(hung, "hung");
        this.mail = Objects.requireNonNull(mail, "mail");
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    /** A unit is watched; what was asked of it before is done now. */
    public void found(String name, UnitScan.Setup unit) {
        units.found(name, unit);
    }

    /** Somebody asks. */
    public void asked(Asked asked) {
        units.asked(asked.request().unit(), asked);
    }

    private void take(UnitScan.Setup unit, Asked asked) {
        if (!asked.isAnswered()) {
            hanging(unit).ifPresentOrElse(since -> refuse(asked, hangs(since)), () -> begin(unit, asked));
        } else if (!asked.wish().dryRun()) {
            unit.horizon().admit(nights(asked));
        }
    }

    private void begin(UnitScan.Setup unit, Asked asked) {
        Count count = new Count(unit, asked, new Backlog(unit, nights(asked)));
        counts.add(count);
        counters.execute(() -> count(count));
    }

    /** Since when another count of the unit hangs with its disk. */
    private Optional<Instant> hanging(UnitScan.Setup unit) {
        return counts.stream()
                .filter(count -> count.unit() == unit && count.backlog().isGivenUp())
                .map(count -> count.backlog().wentOn())
                .findFirst();
    }

    private static String hangs(Instant since) {
        return "its disk hangs since " + since.truncatedTo(ChronoUnit.SECONDS);
    }

    private static NightRange nights(Asked asked) {
        return new NightRange(asked.wish().since(), Optional.of(asked.wish().until()));
    }

    private void count(Count count) {
        try {
            List<NightCount> counted = count.backlog().count();
            mail.accept(() -> ended(count, () -> counted(count.unit(), count.asked(), counted)));
        } catch (IOException broken) {
            mail.accept(() -> ended(count, () -> refuse(count.asked(), broken.toString())));
        }
    }

    /** What comes of a count that was given up is of no use to anybody. */
    private void ended(Count count, Runnable answering) {
        if (counts.remove(count) && !count.backlog().isGivenUp()) {
            answering.run();
        }
    }

    /** Gives up counts that a disk holds up: whoever asked would wait as long as it hangs. */
    public void giveUpWhatHangs(Instant now) {
        for (Count count : counts) {
            Instant since = count.backlog().wentOn();
            if (!count.backlog().isGivenUp() && since.plus(hung).isBefore(now)) {
                count.backlog().giveUp();
                refuse(count.asked(), hangs(since));
            }
        }
    }

    private void refuse(Asked asked, String why) {
        String words = "the files cannot be counted (" + why + "); nothing was changed, see to the disk and ask again";
        answer(asked, false, words, List.of());
    }

    private void counted(UnitScan.Setup unit, Asked asked, List<NightCount> counted) {
        if (!asked.wish().dryRun()) {
            unit.horizon().admit(nights(asked));
        }
        answer(asked, true, words(asked, counted), counted);
    }

    private static String words(Asked asked, List<NightCount> counted) {
        String range = "from " + asked.wish().since() + " to " + asked.wish().until();
        long files = counted.stream().mapToLong(NightCount::files).sum();
        if (files == 0) {
            return "nothing is left to be taken " + range + ": every file there is announced";
        }
        return (asked.wish().dryRun() ? "would take " : "takes ") + counted(files, "file") + " of "
                + counted(counted.size(), "night") + " " + range;
    }

    private static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void answer(Asked asked, boolean accepted, String words, List<NightCount> counted) {
        answers.accept(new RequestAnswered(
                asked.request().id(), asked.request().unit(), clock.instant(), accepted, words, counted));
    }

    @Override
    public void close() {
        counters.shutdownNow();
    }
}
