package dev.vigil.transfer;

import java.net.URI;
import java.time.Duration;
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
        silent.add(HttpSource.address(location));
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    /** The host has said something. */
    void heard(URI location) {
        silent.remove(HttpSource.address(location));
    }

    /** Whether the host said nothing when it was asked last. */
    boolean isSilent(URI location) {
        return silent.contains(HttpSource.address(location));
    }
}
