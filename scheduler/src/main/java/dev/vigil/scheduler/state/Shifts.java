package dev.vigil.scheduler.state;

import dev.vigil.scheduler.association.SolvedFrame;
import dev.vigil.schemas.events.FrameId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** By how much the pointing of each night's frames was wrong, as far as they were solved; of many frames some over the whole night. */
public final class Shifts {
    static final int MOST_OF_A_NIGHT = 64;

    private final Shelf shifts;

    Shifts(Shelf shifts) {
        this.shifts = shifts;
    }

    /** The frames of a unit's night whose shift is known, in the order of their times. */
    public List<SolvedFrame> of(String unit, String night) {
        return shifts.under(start(unit, night).bytes()).stream()
                .map(entry -> Forms.solvedFrame(entry.value()))
                .toList();
    }

    /** Keeps what is known of a frame now in place of what was. */
    public void keep(String unit, String night, SolvedFrame solved) {
        shifts.put(key(unit, night, solved.taken(), solved.frame()), Forms.write(solved));
        List<SolvedFrame> all = of(unit, night);
        if (all.size() > MOST_OF_A_NIGHT) {
            SolvedFrame least = leastMissed(all);
            drop(unit, night, least.taken(), least.frame());
        }
    }

    /** Forgets the shift of a frame that was taken then. */
    public void drop(String unit, String night, Instant taken, FrameId frame) {
        shifts.remove(key(unit, night, taken, frame));
    }

    /** The one whose going leaves the smallest gap; the first and the last stay. */
    private static SolvedFrame leastMissed(List<SolvedFrame> inOrder) {
        SolvedFrame least = inOrder.get(1);
        Duration shortest =
                Duration.between(inOrder.get(0).taken(), inOrder.get(2).taken());
        for (int i = 2; i + 1 < inOrder.size(); i++) {
            Duration gap = Duration.between(
                    inOrder.get(i - 1).taken(), inOrder.get(i + 1).taken());
            if (gap.compareTo(shortest) < 0) {
                shortest = gap;
                least = inOrder.get(i);
            }
        }
        return least;
    }

    private static byte[] key(String unit, String night, Instant taken, FrameId frame) {
        return start(unit, night).then(taken.toEpochMilli()).then(frame.value()).bytes();
    }

    private static Key start(String unit, String night) {
        return new Key().then(unit).then(night);
    }
}
