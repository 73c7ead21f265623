package dev.vigil.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports that nobody listens on.
 *
 * <p>They are taken from below those that systems give to outgoing connections: one of these may be given away, even to
 * the very client that looks for the server, between the moment it was found free and the moment it is listened on.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 1000;

    private static final Object TRIALS = new Object();

    private FreePorts() {}

    /** A port of the loopback address that was free a moment ago and that no outgoing connection is given. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback address from " + FIRST + " to " + END);
    }

    /** The wanted port if it is free, or any free one for 0. */
    static int wanted(int port) throws BindException {
        if (port == 0) {
            return next();
        }
        if (!isFree(port)) {
            throw new BindException(
                    "port " + port + " is taken by another program; stop that one, or take another port");
        }
        return port;
    }

    /** Whether nobody listens on a port of the loopback address. */
    public static boolean isFree(int port) {
        synchronized (TRIALS) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.isBound();
            } catch (IOException taken) {
                return false;
            }
        }
    }

    /**
     * Starts a program while no port is tried: it begins with all that is open here, so for a moment it would keep the port
     * of a trial, which the next trial then finds taken.
     */
    static Process start(ProcessBuilder program) throws IOException {
        synchronized (TRIALS) {
            return program.start();
        }
    }
}
