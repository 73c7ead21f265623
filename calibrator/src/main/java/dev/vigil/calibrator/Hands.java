package dev.vigil.calibrator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Hands that help a slot with the detectors of its frame while they are free; nobody waits for them. */
final class Hands {
    private final Semaphore free;

    Hands(int most) {
        this.free = new Semaphore(most);
    }

    /** One less than there can be hands: the slot that asks has some of its own. */
    static Hands ofThisMachine() {
        return new Hands(mostHands() - 1);
    }

    /** How many detectors of a frame are worked on at once, at most. */
    static int mostHands() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** What comes of each thing, in their order. What a deed throws is thrown when all are done. */
    <T, R> List<R> each(List<T> things, Function<T, R> deed) {
        Round<T, R> round = new Round<>(things, deed);
        List<Thread> helping = new ArrayList<>();
        while (helping.size() < things.size() - 1 && free.tryAcquire()) {
            helping.add(begun(round, helping.size()));
        }
        round.work();
        helping.forEach(Hands::await);
        return round.results();
    }

    private Thread begun(Round<?, ?> round, int number) {
        Thread hand = new Thread(
                () -> {
                    try {
                        round.work();
                    } finally {
                        free.release();
                    }
                },
                Thread.currentThread().getName() + "-hand-" + number);
        hand.setDaemon(true);
        hand.start();
        return hand;
    }

    /** A hand ends by itself; being told to stop changes only that the slot hears of it afterwards. */
    private static void await(Thread hand) {
        boolean interrupted = false;
        while (true) {
            try {
                hand.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Things that several hands take one after the other. */
    private static final class Round<T, R> {
        private final List<T> things;
        private final Function<T, R> deed;
        private final AtomicInteger next = new AtomicInteger();
        private final List<R> results;
        private volatile Throwable thrown;

        Round(List<T> things, Function<T, R> deed) {
            this.things = things;
            this.deed = deed;
            this.results = new ArrayList<>(Collections.nCopies(things.size(), null));
        }

        void work() {
            for (int i = next.getAndIncrement(); i < things.size() && thrown == null; i = next.getAndIncrement()) {
                try {
                    R result = deed.apply(things.get(i));
                    synchronized (results) {
                        results.set(i, result);
                    }
                } catch (RuntimeException | Error e) {
                    thrown = e;
                }
            }
        }

        List<R> results() {
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            synchronized (results) {
                return List.copyOf(results);
            }
        }
    }
}
