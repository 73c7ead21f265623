package dev.vigil.transfer;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Holds those who wait for a host that says nothing. It has places for half of the slots, so that a telescope whose line is dead leaves
 * the others to the rest; who finds no place does not wait.
 */
final class WaitingRoom {
    private final Semaphore places;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    /** One for so many slots. */
    WaitingRoom(int slots) {
        this.places = new Semaphore(Math.max(1, slots / 2));
    }

    /** How much of somebody's patience passes before a place is needed. */
    static Duration outside(Duration patience) {
        return patience.dividedBy(5);
    }

    /** Takes a place, if there is one, to wait for a host that has said nothing for a while. */
    boolean enter(URI location) {
        String host = Place.address(location);
        silent.add(host);
        boolean isThereRoom = places.tryAcquire();
        if (isThereRoom) {
            waiting.merge(host, 1, Integer::sum);
        }
        return isThereRoom;
    }

    /** What is said to whoever does not wait for a host. */
    static TroubleException notWaiting(URI location) {
        return new TroubleException(
                new Trouble.Away(Place.address(location), "does not answer; other files wait for it already"));
    }

    void leave(URI location) {
        waiting.computeIfPresent(Place.address(location), (host, count) -> count > 1 ? count - 1 : null);
        places.release();
    }

    /** The host has said something. */
    void heard(URI location) {
        silent.remove(Place.address(location));
    }

    /** Whether the host said nothing when it was asked last, or somebody waits for it here; that it answers something else is not enough. */
    boolean isSilent(URI location) {
        String host = Place.address(location);
        return silent.contains(host) || waiting.containsKey(host);
    }
}
