package dev.vigil.transfer;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which stretch of a file comes over which stream. Who has nothing left to do is given half of what the slowest still has before
 * it, so that all end at about the same time.
 */
final class Stretches {
    /** What is shorter than this comes as quickly over one stream; a multiple of the blocks that have sums. */
    static final long LEAST = 4L * BlockSums.BLOCK;

    private final long end;
    private final TreeMap<Long, Stretch> all = new TreeMap<>();

    /** Bytes from {@code at} up to {@code end}, which somebody is fetching, or nobody for the moment. */
    static final class Stretch {
        private long at;
        private long end;
        private boolean taken = true;

        private Stretch(long at, long end) {
            this.at = at;
            this.end = end;
        }

        private long left() {
            return end - at;
        }

        private boolean isWaiting() {
            return !taken && left() > 0;
        }
    }

    /** The rest of a file from {@code at} on, all of which is one stream's so far. */
    Stretches(long at, long end) {
        this.end = end;
        all.put(at, new Stretch(at, end));
    }

    /** The stretch that begins the rest of the file, and is taken from the start. */
    synchronized Stretch first() {
        return all.firstEntry().getValue();
    }

    /** One for a stream that has nothing to do; nothing if what is left is not worth it. */
    synchronized Optional<Stretch> another() {
        Optional<Stretch> waiting =
                all.values().stream().filter(Stretch::isWaiting).findFirst();
        waiting.ifPresent(stretch -> stretch.taken = true);
        return waiting.or(this::half);
    }

    private Optional<Stretch> half() {
        return all.values().stream()
                .max(Comparator.comparingLong(Stretch::left))
                .filter(longest -> longest.left() >= 2 * LEAST)
                .map(this::halved);
    }

    /** Whoever reads has less than a block and a half before it in its hands, so it does not notice. */
    private Stretch halved(Stretch longest) {
        long middle = longest.at + longest.left() / 2;
        long aligned = middle / BlockSums.BLOCK * BlockSums.BLOCK;
        Stretch half = new Stretch(aligned, longest.end);
        longest.end = aligned;
        all.put(aligned, half);
        return half;
    }

    /** Where its next byte lies. */
    synchronized long at(Stretch stretch) {
        return stretch.at;
    }

    /** Where it ends for now. */
    synchronized long end(Stretch stretch) {
        return stretch.end;
    }

    synchronized void came(Stretch stretch, int bytes) {
        stretch.at += bytes;
        notifyAll();
    }

    /** Whoever fetched it does not go on. */
    synchronized void leave(Stretch stretch) {
        stretch.taken = false;
        notifyAll();
    }

    /** How many bytes have come from this one on; waits for the first of them as long as somebody fetches it, and then says 0. */
    synchronized long awaited(long offset) throws InterruptedException {
        while (true) {
            Stretch stretch = all.floorEntry(offset).getValue();
            if (stretch.at > offset || !stretch.taken) {
                return Math.max(0, stretch.at - offset);
            }
            wait();
        }
    }

    /** The stretch whose next byte is this one, which nobody fetches, for who asks. */
    synchronized Stretch take(long offset) {
        Stretch stretch = all.floorEntry(offset).getValue();
        stretch.taken = true;
        return stretch;
    }

    /** Where the last of them ends. */
    long end() {
        return end;
    }
}
