package dev.vigil.simulator;

/** Names what random numbers are for, detector by detector. */
final class Keys {
    private Keys() {}

    /** The first detector's are those of a camera that has no other. */
    static String of(String what, int detector) {
        return detector == 1 ? what : what + "/" + detector;
    }
}
